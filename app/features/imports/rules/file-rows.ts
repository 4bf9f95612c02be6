import { looksLikeUpn } from '../../../values/upn'
import type { Cells } from '../../pupils/rules/reading'
import type { SourceField } from '../../pupils/rules/fields'
import type { Problem } from '../../pupils/rules/problem'
import type { Column } from './column'
import { headerKey } from './header-match'

export type NotAPupil = 'blank' | 'repeated-header' | 'report-line'

/** Totals and footers of reports, in the first cell that says anything. */
const REPORT_LINE =
  /^(?:(?:count|totals?|grand total|number of (?:students|pupils|records))\b|\d+ (?:students|pupils|records|rows)\b|(?:report|generated|printed|page \d+ of \d+|end of report|confidential)\b)/i

const LETTER = /\p{L}/u
const TWO_NAMES = /\p{L}.*,.*\p{L}/u

/** Makes the test for rows that are no pupils: blank ones, headers repeated by a page break, totals and footers. They are no errors. */
export function notAPupil(columns: readonly Column[]): (row: readonly string[]) => NotAPupil | null {
  const header = columns.map((column) => headerKey(column.header))
  const cellOf = (field: SourceField) => {
    const index = columnOf(columns, field)?.index
    return (row: readonly string[]) => (index === undefined ? '' : (row[index] ?? ''))
  }
  const [last, first, whole, upn] = [
    cellOf('last_name'),
    cellOf('first_name'),
    cellOf('full_name'),
    cellOf('upn'),
  ]
  // A child may be called Page or Count: who has both names, or a UPN, is a pupil.
  const isPupil = (row: readonly string[]) =>
    (LETTER.test(last(row)) && LETTER.test(first(row))) ||
    TWO_NAMES.test(whole(row)) ||
    looksLikeUpn(upn(row))
  return (row) => {
    const beginning = row.find((cell) => cell.trim() !== '')
    if (beginning === undefined) return 'blank'
    if (header.every((key, index) => key === headerKey(row[index] ?? ''))) return 'repeated-header'
    return REPORT_LINE.test(beginning.trim()) && !isPupil(row) ? 'report-line' : null
  }
}

/** Makes the function that turns a row into cells by field. Short rows are filled up; more cells than headings refuse the row. */
export function rowReader(
  columns: readonly Column[],
): (row: readonly string[]) => { cells: Cells; problems: Problem[] } {
  const mapped = columns.flatMap(({ index, field }) =>
    field === null || field === 'ignore' ? [] : [{ index, field }],
  )
  return (row) => {
    const cells: Cells = {}
    for (const { index, field } of mapped) cells[field] = join(cells[field], row[index] ?? '')
    const extra = row.slice(columns.length).filter((cell) => cell.trim() !== '')
    return { cells, problems: extra.length > 0 ? [tooManyCells(extra)] : [] }
  }
}

/** The column that a field was read from, for showing a problem where it stands. */
export const columnOf = (columns: readonly Column[], field: SourceField): Column | undefined =>
  columns.find((column) => column.field === field)

/** Only needs have more than one column; they are read line by line. */
const join = (before: string | undefined, cell: string): string =>
  before === undefined ? cell : `${before}\n${cell}`

const tooManyCells = (extra: readonly string[]): Problem => ({
  field: null,
  value: extra.join(' '),
  severity: 'error',
  rule: 'ROW_EXTRA_CELLS',
  message:
    'This line has more cells than there are headings. A cell that holds the separator may lack its quotes. Correct the line.',
})
