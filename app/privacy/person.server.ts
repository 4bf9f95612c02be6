import { ownMemberships } from '../../db/tables/accounts'
import { leads } from '../../db/tables/leads'
import type { PupilRow } from '../../db/tables/pupils'
import type { Actor } from '../server/actor'
import { addressMarks, markList } from '../server/mail/address-marks.server'
import { nothingKnown, type Person } from './declare'

/** A pupil, by all that data of them may be found by. */
export const personOfPupil = ({ id, upn, username, sortName }: PupilRow): Person => ({
  ...nothingKnown,
  kind: 'pupil',
  id,
  upn,
  username,
  sortName,
})

/** A user, a lead or a subscriber, by all that data of them may be found by: the schools they act for, the enquirer with their address. */
export async function personOf(
  { services }: Actor,
  known: {
    kind: 'user' | 'lead' | 'subscriber'
    id: string
    email: string
  },
): Promise<Person> {
  const { db } = services
  const email = known.email.toLowerCase()
  const schools =
    known.kind === 'user' ? await db.rows(ownMemberships).list({ where: { userId: known.id } }) : []
  const asked = await db.rows(leads).list({ where: { email }, fields: ['id'] })
  return {
    ...nothingKnown,
    ...known,
    email,
    addressMarks: markList(addressMarks(services, email)),
    schoolIds: schools.map(({ schoolId }) => schoolId),
    leadIds: asked.map(({ id }) => id),
  }
}
