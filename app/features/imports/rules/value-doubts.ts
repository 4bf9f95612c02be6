import { dateOrder } from '../../../values/date-order'
import { looksLikeUpn, readUpn } from '../../../values/upn'
import type { SourceField } from '../../pupils/rules/fields'
import { readYearGroup } from '../../pupils/rules/year-group'
import { tidy } from '../../pupils/rules/text'

/** Fewer values than this prove nothing about a column: a short file with a bad value in it is only that. */
const ENOUGH = 5

/** Why a column that is headed as this field may not be it, judged by its first values, or null. The tests are of shape: wrong values pass. */
export function valueDoubt(field: SourceField, values: readonly string[]): string | null {
  const given = values.map(tidy).filter((value) => value !== '')
  switch (field) {
    case 'upn':
      return tooFew(
        given.filter((value) => readUpn(value).kind !== 'missing'),
        looksLikeUpn,
        0.8,
        'UPNs',
      )
    case 'date_of_birth':
    case 'entry_date':
    case 'left_on':
    case 'leaving_date':
      return (
        tooFew(given, (value) => /\d.*\d/.test(value) && value.length >= 5, 0.5, 'dates') ?? orderDoubt(given)
      )
    case 'year_group':
      return tooFew(given, (value) => readYearGroup(value) !== null, 0.5, 'year groups')
    case 'attendance_percent':
    case 'attendance_possible':
    case 'attendance_authorised':
    case 'attendance_unauthorised':
      return tooFew(given, (value) => /\d/.test(value), 0.5, 'figures')
    default:
      return null
  }
}

function tooFew(
  values: readonly string[],
  fits: (value: string) => boolean,
  share: number,
  what: string,
): string | null {
  const fitting = values.filter(fits).length
  if (values.length < ENOUGH || fitting >= share * values.length) return null
  return `Only ${fitting} of the first ${values.length} values look like ${what}.`
}

function orderDoubt(values: readonly string[]): string | null {
  const order = dateOrder(values)
  if (order === 'month-first')
    return 'Here the month stands before the day, as in 12/25/2015. Say whether that holds for the whole column.'
  if (order === 'mixed')
    return 'Some of these dates have the day first and some the month: a spreadsheet may have swapped them.'
  return null
}

/** Why a column of whole names cannot serve, or null: a name is split only at a comma. */
export function wholeNameDoubt(values: readonly string[]): string | null {
  const given = values.filter((value) => value.trim() !== '')
  const splitting = given.filter((value) => value.split(',').length === 2).length
  return splitting >= given.length / 2
    ? null
    : 'Names in one cell can be split only at a comma, as in “Smith, Jane”.'
}
