import { guardianConsents, pupils, type GuardianConsentRow, type PupilRow } from '../../../db/tables/pupils'
import type { SchoolActor } from '../../server/actor'
import { inScope } from './scope'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A pupil whom the actor sees, or null: another school's or year group's looks like none. `lock` holds the row until the open transaction ends. */
export async function findInScope(
  actor: SchoolActor,
  id: string,
  { lock = false } = {},
): Promise<PupilRow | null> {
  // What is no id is not asked for: MariaDB would refuse to compare its letters.
  if (!ID.test(id)) return null
  const row = await actor.school.data.rows(pupils).find({ id }, { lock })
  return row && inScope(actor, row) ? row : null
}

/** All decisions about a pupil's special fields, the newest first. */
export async function decisionsOn(actor: SchoolActor, pupilId: string): Promise<GuardianConsentRow[]> {
  return await actor.school.data.rows(guardianConsents).list({
    where: { pupilId },
    order: [
      ['at', 'desc'],
      ['id', 'desc'],
    ],
  })
}

/** Whether consent to the special fields stands (P8): the newest decision counts. */
export async function hasConsent(actor: SchoolActor, pupilId: string): Promise<boolean> {
  return (await consenting(actor, [pupilId])).has(pupilId)
}

/** Those of the pupils for whom consent stands. */
export async function consenting(actor: SchoolActor, pupilIds: readonly string[]): Promise<Set<string>> {
  if (pupilIds.length === 0) return new Set()
  const decisions = await actor.school.data.rows(guardianConsents).list({
    where: { pupilId: pupilIds },
    order: [
      ['at', 'asc'],
      ['id', 'asc'],
    ],
    fields: ['pupilId', 'decision'],
  })
  const newest = new Map(decisions.map(({ pupilId, decision }) => [pupilId, decision]))
  return new Set(pupilIds.filter((id) => newest.get(id) === 'given'))
}
