import { imports, type ImportProblemRow, type ImportRow } from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import type { FieldName, PupilValues } from '../../pupils/rules/fields'

export type Severity = ImportProblemRow['severity']

/** The uploads of a school, newest first. */
export async function listImports(actor: SchoolActor, limit: number): Promise<ImportRow[]> {
  return await actor.school.data.rows(imports).list({
    order: [
      ['createdAt', 'desc'],
      ['id', 'desc'],
    ],
    limit,
  })
}

export interface ProblemPage {
  items: ImportProblemRow[]
  /** Where the next page begins; null after the last. */
  next: string | null
}

/** Problems in the order of the file. `after` is a former page's `next`; one that is none begins at the beginning. */
export async function problemPage(
  actor: SchoolActor,
  importId: string,
  {
    severity = null,
    after = null,
    limit,
  }: { severity?: Severity | null; after?: string | null; limit: number },
): Promise<ProblemPage> {
  const [line = 0, place = -1] = /^\d{1,9}\.\d{1,9}$/.test(after ?? '')
    ? (after ?? '').split('.').map(Number)
    : []
  const rows = await actor.school.data.query<RawProblem>(
    `SELECT line, place, column_index, field, value, severity, rule, message FROM import_problems
     WHERE school_id = :school AND import_id = :importId AND (line > :line OR (line = :line AND place > :place))
     ${severity ? 'AND severity = :severity' : ''} ORDER BY line, place LIMIT ${limit + 1}`,
    { importId, line, place, severity },
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(({ column_index, ...row }) => ({
    ...row,
    columnIndex: column_index,
    schoolId: actor.school.id,
    importId,
  }))
  return { items, next: rows.length > limit && last ? `${last.line}.${last.place}` : null }
}

type RawProblem = Omit<ImportProblemRow, 'columnIndex' | 'schoolId' | 'importId'> & {
  column_index: number | null
}

/** How many problems of each severity are kept. */
export async function countProblems(actor: SchoolActor, importId: string): Promise<Record<Severity, number>> {
  const rows = await actor.school.data.query<{ severity: Severity; n: number }>(
    'SELECT severity, COUNT(*) AS n FROM import_problems WHERE school_id = :school AND import_id = :importId GROUP BY severity',
    { importId },
  )
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity, n } of rows) counts[severity] = Number(n)
  return counts
}

type Value = PupilValues[FieldName]

export interface StagedChange {
  line: number
  name: string
  yearGroup: string | null
  classGroup: string | null
  changes: { field: FieldName; from: Value; to: Value }[]
}

interface RawStaged {
  line: number
  first_name: string | null
  last_name: string | null
  year_group: string | null
  class_group: string | null
  differences: string | null
}

/** Rows that would be added or changed, in the order of the file. */
export async function stagedPage(
  actor: SchoolActor,
  importId: string,
  { verdict, after, limit }: { verdict: 'added' | 'changed'; after: number; limit: number },
): Promise<{ items: StagedChange[]; next: number | null }> {
  const rows = await actor.school.data.query<RawStaged>(
    `SELECT line, first_name, last_name, year_group, class_group, differences FROM staged_rows
     WHERE school_id = :school AND import_id = :importId AND verdict = :verdict AND line > :after ORDER BY line LIMIT ${limit + 1}`,
    { importId, verdict, after },
  )
  const items = rows.slice(0, limit).map((row) => ({
    line: row.line,
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    yearGroup: row.year_group,
    classGroup: row.class_group,
    changes: Object.entries(JSON.parse(row.differences ?? '{}') as Record<string, [Value, Value]>).map(
      ([field, [from, to]]) => ({ field: field as FieldName, from, to }),
    ),
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.line ?? null) : null }
}

/** The pupils an undone upload left alone, because they were changed since. */
export async function leftAlone(actor: SchoolActor, importId: string): Promise<string[]> {
  const rows = await actor.school.data.query<{ id: string }>(
    'SELECT pupil_id AS id FROM before_images WHERE school_id = :school AND import_id = :importId LIMIT 500',
    { importId },
  )
  return rows.map(({ id }) => id)
}
