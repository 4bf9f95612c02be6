import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recogniseColumns, type Column } from '../../../app/features/imports/columns'
import { openCsv } from '../../../app/features/imports/formats/csv'
import { FileDuplicates } from '../../../app/features/imports/rules/file-duplicates'
import { notAPupil, rowReader } from '../../../app/features/imports/rules/file-rows'
import { findHeaderRow } from '../../../app/features/imports/rules/header-row'
import { readPupil, type PupilReading } from '../../../app/features/pupils/rules/read-pupil'

export type Verdict = 'accept' | 'accept_with_warning' | 'reject' | 'ignore'

export interface ReadRow extends Partial<PupilReading> {
  line: number
  verdict: Verdict
}

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

/** Takes a file the whole way that an import takes, without a database. */
export async function readFile(
  path: string,
  today: string,
): Promise<{ encoding: string; delimiter: string; columns: Column[]; rows: ReadRow[] }> {
  const { encoding, delimiter, rows } = await openCsv(() => createReadStream(path))
  const records = []
  for await (const record of rows) records.push(record)
  const at = findHeaderRow(records.map(({ cells }) => cells)) ?? 0
  const body = records.slice(at + 1)
  const columns = recogniseColumns(
    records[at]?.cells ?? [],
    body.map(({ cells }) => cells),
  )
  return { encoding, delimiter, columns, rows: readRows(body, columns, today) }
}

function readRows(
  body: readonly { line: number; cells: string[] }[],
  columns: Column[],
  today: string,
): ReadRow[] {
  const ignored = notAPupil(columns)
  const toCells = rowReader(columns)
  const duplicates = new FileDuplicates()
  const read = body.map(({ line, cells }): ReadRow => {
    if (ignored(cells)) return { line, verdict: 'ignore' }
    const row = toCells(cells)
    const pupil = readPupil(row.cells, { today })
    duplicates.note(line, pupil.values)
    return { line, verdict: 'accept', ...pupil, problems: [...row.problems, ...pupil.problems] }
  })
  return read.map((row) => {
    if (!row.values || !row.problems) return row
    const problems = [...row.problems, ...duplicates.problems(row.line, row.values)]
    const severities = problems.map(({ severity }) => severity)
    const verdict = severities.includes('error')
      ? 'reject'
      : severities.includes('warning')
        ? 'accept_with_warning'
        : 'accept'
    return { ...row, problems, verdict }
  })
}
