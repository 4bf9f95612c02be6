import {
  importProblems,
  stagedRows,
  type ImportProblemRow,
  type MatchedBy,
  type Verdict,
} from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import { valueColumns, type Stored } from '../../pupils/pupils.server'

/** A row as it waits for the commit. */
export interface StagedValues {
  line: number
  verdict: Verdict
  pupilId: string | null
  matchedBy: MatchedBy | null
  baseVersion: number | null
  heldBack: number
  /** In the order of `valueColumns`. */
  values: Stored[]
  differences: Record<string, [unknown, unknown]> | null
}

export type ProblemValues = Omit<ImportProblemRow, 'schoolId' | 'importId'>

const STAGED = [
  'import_id',
  'line',
  'verdict',
  'pupil_id',
  'matched_by',
  'base_version',
  'held_back',
  ...valueColumns,
  'differences',
]
const PROBLEMS = [
  'import_id',
  'line',
  'place',
  'column_index',
  'field',
  'value',
  'severity',
  'rule',
  'message',
]

/** Writes staged rows and problems, many to a statement; inside the open transaction. */
export async function stage(
  actor: SchoolActor,
  importId: string,
  rows: readonly StagedValues[],
  problems: readonly ProblemValues[],
): Promise<void> {
  const { data } = actor.school
  const staged = rows.map((row) => [
    importId,
    row.line,
    row.verdict,
    row.pupilId,
    row.matchedBy,
    row.baseVersion,
    row.heldBack,
    ...row.values,
    row.differences && JSON.stringify(row.differences),
  ])
  await data.insertMany(stagedRows, STAGED, staged)
  const noted = problems.map((one) => [
    importId,
    one.line,
    one.place,
    one.columnIndex,
    one.field,
    one.value,
    one.severity,
    one.rule,
    one.message,
  ])
  await data.insertMany(importProblems, PROBLEMS, noted)
}

/** Takes away what was staged of an upload: before it is checked anew, and when it is over. */
export async function clearStaged(actor: SchoolActor, importId: string): Promise<void> {
  const { data } = actor.school
  await data.run('DELETE FROM staged_rows WHERE school_id = :school AND import_id = :importId', { importId })
  await data.run('DELETE FROM import_problems WHERE school_id = :school AND import_id = :importId', {
    importId,
  })
}
