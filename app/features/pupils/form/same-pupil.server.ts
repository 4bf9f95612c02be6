import { pupils, type PupilRow } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import { spokenName, sortKeys } from '../row'
import type { PupilValues } from '../rules/fields'

/** Another pupil of the school who stands in the way, or may. */
export interface Other {
  id: string
  name: string
}

const FIELDS = ['id', 'lastName', 'firstName'] as const
const otherOf = (row: PupilRow | undefined): Other | null =>
  row ? { id: row.id, name: spokenName(row) } : null

/** Who else has this UPN: two pupils never share one. */
export async function withUpn(
  actor: SchoolActor,
  upn: string | null,
  but: string | null,
): Promise<Other | null> {
  if (upn === null) return null
  const found = await actor.school.data.rows(pupils).list({ where: { upn }, fields: FIELDS })
  return otherOf(found.find(({ id }) => id !== but))
}

/** Who else has this name and date of birth: it may be the same child, or chance. */
export async function withNameAndBirth(
  actor: SchoolActor,
  values: PupilValues,
  but: string | null,
): Promise<Other | null> {
  const { date_of_birth: dateOfBirth } = values
  if (dateOfBirth === null) return null
  const { sortName } = sortKeys(values)
  const found = await actor.school.data
    .rows(pupils)
    .list({ where: { dateOfBirth, sortName }, fields: FIELDS })
  return otherOf(found.find(({ id }) => id !== but))
}
