import type { PupilRow } from '../../../db/tables/pupils'
import { searchName, sortName } from '../../values/names'
import { FIELDS, type PupilValues } from './rules/fields'
import { yearGroups } from './rules/year-group.table'

/** What a pupil's values become in the table, with the keys by which lists are sorted and searched. */
export type ValueColumns = Omit<PupilRow, 'schoolId' | 'id' | 'version' | 'createdAt' | 'updatedAt'>

/** `last_name` → `lastName`. */
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const columns = FIELDS.map(({ name }) => [name, camel(name) as keyof ValueColumns] as const)
const yearPlaces = new Map(yearGroups.map(({ code }, place) => [code, String(place).padStart(2, '0')]))

/** Two digits: year groups from the youngest, unknown last. */
export const yearSort = (yearGroup: string | null): string => yearPlaces.get(yearGroup ?? '') ?? '99'

/** Folded, with numbers of one length, so that 2A stands before 10A; unknown last. */
export const classSort = (classGroup: string | null): string =>
  sortName(classGroup ?? '').replace(/\d+/g, (digits) => digits.padStart(4, '0')) || '~'

/** The keys by which lists are sorted, searched and matched. */
export function sortKeys(
  values: PupilValues,
): Pick<PupilRow, 'sortName' | 'searchName' | 'yearSort' | 'classSort'> {
  const { last_name: last, first_name: first } = values
  return {
    // Two spaces, which no folded name holds: all of the Smiths stand before the Smith Joneses.
    sortName: shortened(`${sortName(last ?? '')}  ${sortName(first ?? '')}`, 220),
    searchName: shortened(searchName(last, first), 440),
    yearSort: yearSort(values.year_group),
    classSort: shortened(classSort(values.class_group), 240),
  }
}

/** The one way from a pupil's values to the table's columns; every writer of pupils goes through it. */
export function columnsOf(values: PupilValues): ValueColumns {
  const row: Record<string, unknown> = {}
  for (const [name, column] of columns) row[column] = values[name]
  return {
    ...(row as ValueColumns),
    lastName: values.last_name ?? '',
    senNeed: values.sen_need.length > 0 ? values.sen_need : null,
    ...sortKeys(values),
  }
}

/** The one way back. */
export function valuesOf(row: ValueColumns): PupilValues {
  const values: Record<string, unknown> = {}
  for (const [name, column] of columns) values[name] = row[column]
  return { ...(values as unknown as PupilValues), sen_need: row.senNeed ?? [] }
}

/** Both databases count code points. */
const shortened = (text: string, most: number) =>
  text.length <= most ? text : [...text].slice(0, most).join('')

/** As people are listed: `O'Connor, Nuala`. */
export const listedName = (pupil: { lastName: string; firstName: string | null }): string =>
  [pupil.lastName, pupil.firstName].filter(Boolean).join(', ')

/** As people are spoken of: `Nuala O'Connor`. */
export const spokenName = (pupil: { lastName: string; firstName: string | null }): string =>
  [pupil.firstName, pupil.lastName].filter(Boolean).join(' ')
