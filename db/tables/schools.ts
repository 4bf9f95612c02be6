import { id, moment, table, text } from './define'

/** A customer. The row is the boundary of data, so it belongs to no school itself. */
export const schools = table('schools', {
  id: id(),
  name: text(),
  /** Seven digits; one school, one account. */
  dfeNumber: text(),
  createdAt: moment(),
})
export type SchoolRow = NonNullable<(typeof schools)['row']>
