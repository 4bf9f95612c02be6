import type { DateOrder } from './date-text'

const NUMERIC = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/

/** What a column of dates proves about its order; 'mixed' when values prove both, 'unknown' when none proves any. */
export type ProvenOrder = DateOrder | 'mixed' | 'unknown'

/**
 * Looks through a column: a first part over 12 proves that days stand first, a second part over 12 that months do. 03/07/2015 alone proves
 * nothing, so a column with proof of months first, or of both (a spreadsheet swapped some), must be asked about before a row is read.
 */
export function dateOrder(values: Iterable<string>): ProvenOrder {
  let dayFirst = false
  let monthFirst = false
  for (const value of values) {
    const parts = NUMERIC.exec(value)
    if (!parts) continue
    if (Number(parts[1]) > 12 && Number(parts[2]) <= 12) dayFirst = true
    if (Number(parts[2]) > 12 && Number(parts[1]) <= 12) monthFirst = true
    if (dayFirst && monthFirst) return 'mixed'
  }
  return dayFirst ? 'day-first' : monthFirst ? 'month-first' : 'unknown'
}

/** The order to read by once a person has said that the column is right as it is: the one that its values allow. */
export const confirmedOrder = (proven: ProvenOrder): DateOrder =>
  proven === 'month-first' ? 'month-first' : 'day-first'
