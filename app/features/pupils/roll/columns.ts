import { FIELDS, type PupilValues } from '../rules/fields'
import { sortKeys } from '../row'

/** The columns of a pupil's values and of the keys made from them, in the order of `storedValues`. A table of rows to come has them too. */
export const valueColumns: readonly string[] = [
  ...FIELDS.map(({ name }) => name),
  'sort_name',
  'search_name',
  'year_sort',
  'class_sort',
]

export type Stored = string | number | null

/** A pupil's values as the columns hold them: `columnsOf` for twenty thousand rows at once, which need no objects in between. */
export function storedValues(values: PupilValues): Stored[] {
  const { sortName, searchName, yearSort, classSort } = sortKeys(values)
  const stored: Stored[] = FIELDS.map(({ name }) => {
    const value = values[name]
    if (!Array.isArray(value)) return value
    return value.length > 0 ? JSON.stringify(value) : null
  })
  stored.push(sortName, searchName, yearSort, classSort)
  return stored
}

/** The values out of a row as SQL gives it, by column name. */
export function valuesOfColumns(row: Record<string, unknown>): PupilValues {
  const values: Record<string, unknown> = {}
  for (const { name } of FIELDS) values[name] = row[name] ?? null
  const needs = row['sen_need']
  values['sen_need'] = typeof needs === 'string' ? (JSON.parse(needs) as string[]) : []
  return values as unknown as PupilValues
}

/** The key by which names are compared. */
export const sortNameOf = (values: PupilValues): string => sortKeys(values).sortName
