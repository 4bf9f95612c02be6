import type { Column } from './rules/column'
import type { FieldName, SourceField } from '../pupils/rules/fields'
import { matchHeader, resemblance, type HeaderMatch } from './rules/header-match'
import { settle, type Rival } from './rules/rivals'
import { looksLikeUpn } from '../../values/upn'
import { valueDoubt, wholeNameDoubt } from './rules/value-doubts'

export type { Column }

/**
 * Tells what each column of a file is: by exact headings first; several columns for one field are settled or asked about; the first values
 * may raise a doubt; what only resembles a heading is proposed and never taken unasked. Columns that mean nothing to us are not stored.
 *
 * `sample` holds the first rows under the header (some hundred are plenty).
 */
export function recogniseColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): Column[] {
  const valuesOf = (index: number) => sample.map((row) => row[index] ?? '')
  const found = headers.map((header) => matchHeader(header))
  const columns = headers.map((header, index) => left(index, header, found[index]))

  for (const [field, rivals] of rivalsByField(headers, found, valuesOf)) {
    // Needs may stand in a first and a second column: both are read.
    if (field === 'sen_need') for (const each of rivals) columns[each.index] = taken(each, null)
    else {
      const { chosen, doubt, why } = settle(rivals)
      for (const each of rivals)
        columns[each.index] =
          each === chosen
            ? taken(each, doubt)
            : { ...left(each.index, each.header), sure: doubt === null, why }
    }
  }
  standIns(columns, found, valuesOf)
  proposals(columns, found, valuesOf)
  return columns
}

/** The message for a file that cannot be read without more columns, or null. One column of whole names serves for both. */
export function missingColumns(columns: readonly Column[]): string | null {
  const has = (field: SourceField) => columns.some((column) => column.field === field)
  if (has('full_name') || (has('last_name') && has('first_name'))) return null
  const wanted = [!has('last_name') && '“Surname”', !has('first_name') && '“Forename”']
    .filter(Boolean)
    .join(' and ')
  return `No column was found for the names of pupils. Add ${wanted} to the export, with these headings in the first line.`
}

function left(index: number, header: string, match?: HeaderMatch): Column {
  const why = match?.kind === 'not-kept' ? match.why : 'This heading is not known, so the column is left out.'
  return { index, header, field: 'ignore', sure: true, why }
}

function taken(rival: Rival, doubt: string | null): Column {
  const { index, header, field } = rival
  const why = doubt ?? rival.weak ?? valueDoubt(field, rival.values)
  // Values that are UPNs settle what the heading left open.
  const proven = field === 'upn' && rival.weak !== null && mostlyUpns(rival.values)
  return why === null || proven
    ? { index, header, field, sure: true }
    : { index, header, field, sure: false, why }
}

function rivalsByField(
  headers: readonly string[],
  found: readonly HeaderMatch[],
  valuesOf: (index: number) => string[],
): Map<SourceField, [Rival, ...Rival[]]> {
  const byField = new Map<SourceField, [Rival, ...Rival[]]>()
  found.forEach((match, index) => {
    if (match.kind !== 'field') return
    const { field, rank, weak } = match
    const rival: Rival = { index, header: headers[index] ?? '', field, rank, weak, values: valuesOf(index) }
    const rivals = byField.get(field)
    if (rivals) rivals.push(rival)
    else byField.set(field, [rival])
  })
  return byField
}

/** Preferred names and whole names, where a file has no legal names in their own columns. */
function standIns(
  columns: Column[],
  found: readonly HeaderMatch[],
  valuesOf: (index: number) => string[],
): void {
  const has = (field: FieldName) => columns.some((column) => column.field === field)
  const whole = columns.find(({ field }) => field === 'full_name')
  const why = 'This is the preferred name; there is no column of legal names. Choose whether to take it.'
  for (const column of columns) {
    const match = found[column.index]
    if (match?.kind !== 'preferred') continue
    const needed = !has(match.field) && !whole
    columns[column.index] = needed
      ? { ...column, field: match.field, sure: false, why }
      : { ...column, why: 'The legal name is taken.' }
  }
  if (!whole || (has('last_name') && has('first_name'))) return
  const doubt = wholeNameDoubt(valuesOf(whole.index))
  if (doubt !== null) columns[whole.index] = { ...whole, sure: false, why: doubt }
}

/** Unknown headings that resemble a field which no column has, or hold UPNs, are asked about. All are, while the names are missing. */
function proposals(
  columns: Column[],
  found: readonly HeaderMatch[],
  valuesOf: (index: number) => string[],
): void {
  const open = columns.filter(({ index }) => found[index]?.kind === 'unknown')
  for (const column of open) {
    const field = mostlyUpns(valuesOf(column.index)) ? 'upn' : resemblance(column.header)
    if (field === null || columns.some((other) => other.field === field)) continue
    columns[column.index] = {
      ...column,
      field,
      sure: false,
      why: 'The heading is not known, but may mean this.',
    }
  }
  if (missingColumns(columns) === null) return
  for (const { index } of open) {
    const column = columns[index]
    if (column?.field === 'ignore')
      columns[index] = {
        ...column,
        field: null,
        sure: false,
        why: 'We have not found the pupils’ names yet. Are they in this column?',
      }
  }
}

function mostlyUpns(values: readonly string[]): boolean {
  const given = values.filter((value) => value.trim() !== '')
  return given.length > 0 && given.filter(looksLikeUpn).length >= 0.8 * given.length
}
