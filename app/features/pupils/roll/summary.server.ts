import type { SchoolActor } from '../../../server/actor'
import { scopeOf } from '../scope'

/** How many pupils are on roll (leavers are not), and of how many an important fact is missing. */
export interface RollSummary {
  onRoll: number
  withoutUpn: number
  withoutBirth: number
  /** Youngest first; `yearGroup` null: not known. */
  byYear: { yearGroup: string | null; count: number }[]
}

/** Pupils on roll by year group, as far as the actor sees them. */
export async function countByYear(actor: SchoolActor): Promise<RollSummary['byYear']> {
  return (await rollSummary(actor)).byYear
}

/** The figures of a dashboard, in one query. */
export async function rollSummary(actor: SchoolActor): Promise<RollSummary> {
  const scope = scopeOf(actor)
  const rows = await actor.school.data.query<{
    yearGroup: string | null
    n: number
    upn: number
    birth: number
  }>(
    `SELECT year_group AS yearGroup, COUNT(*) AS n, COUNT(upn) AS upn, COUNT(date_of_birth) AS birth
     FROM pupils WHERE ${scope.sql} AND left_on IS NULL GROUP BY year_group, year_sort ORDER BY year_sort`,
    scope.params,
  )
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    onRoll: sum(({ n }) => n),
    withoutUpn: sum(({ n, upn }) => n - upn),
    withoutBirth: sum(({ n, birth }) => n - birth),
    byYear: rows.map(({ yearGroup, n }) => ({ yearGroup, count: n })),
  }
}

/**
 * A text that is another whenever the roll or the consents recorded on it have changed. What was compared with the roll at one moment
 * holds at another if the stamps are equal.
 */
export async function rollStamp(actor: SchoolActor): Promise<string> {
  const [roll] = await actor.school.data.query<Record<string, number | string | null>>(
    `SELECT COUNT(*) AS n, COALESCE(SUM(version), 0) AS versions, MAX(updated_at) AS latest FROM pupils WHERE school_id = :school`,
  )
  const [consents] = await actor.school.data.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM guardian_consents WHERE school_id = :school`,
  )
  return `${roll?.['n']}.${roll?.['versions']}.${roll?.['latest'] ?? 0}.${consents?.n}`
}

/** How many pupils the school holds, leavers too. */
export async function countPupils(actor: SchoolActor): Promise<number> {
  const [row] = await actor.school.data.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM pupils WHERE school_id = :school',
  )
  return Number(row?.n ?? 0)
}
