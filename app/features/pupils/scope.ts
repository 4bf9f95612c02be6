import type { PupilRow } from '../../../db/tables/pupils'
import type { SchoolActor } from '../../server/actor'

/** A condition of a WHERE over `pupils`, with its named values. */
export interface Condition {
  sql: string
  params: Record<string, unknown>
}

/** The year groups whose pupils the actor sees; null: all. */
const yearGroupsOf = ({ who }: SchoolActor): readonly string[] | null =>
  who.kind === 'user' ? who.yearGroups : null

/**
 * Which of the school's pupils the actor sees: the one place that says so. A teacher sees own year groups alone; of all others not even
 * that they exist.
 */
export function scopeOf(actor: SchoolActor): Condition {
  const years = yearGroupsOf(actor)
  if (years === null) return { sql: 'school_id = :school', params: {} }
  if (years.length === 0) return { sql: 'school_id = :school AND 1 = 0', params: {} }
  return { sql: 'school_id = :school AND year_group IN (:scopeYears)', params: { scopeYears: [...years] } }
}

/** The same for a row at hand. */
export function inScope(actor: SchoolActor, pupil: Pick<PupilRow, 'yearGroup'>): boolean {
  const years = yearGroupsOf(actor)
  return years === null || (pupil.yearGroup !== null && years.includes(pupil.yearGroup))
}
