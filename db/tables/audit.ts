import { id, integer, json, moment, nullable, oneOf, table, text } from './define'

/** One thing that was done: ids and field names, never values or names. Rows are only ever added. */
export const auditEntries = table('audit_entries', {
  id: id(),
  at: moment(),
  act: text(),
  schoolId: nullable(id()),
  actorKind: oneOf<'user' | 'staff' | 'visitor' | 'link' | 'clock'>(),
  actorId: nullable(text()),
  subjectKind: nullable(text()),
  subjectId: nullable(text()),
  /** Names of the fields that were written or read. */
  fields: nullable(json<string[]>()),
  /** Figures, such as how many rows; never personal data. */
  counts: nullable(json<Record<string, number>>()),
  door: text(),
  /** Encrypted under the key of the entry's month (app/server/addresses): unreadable once that is deleted. */
  address: nullable(text()),
  requestId: nullable(text()),
  /** Place within the write, from 0. */
  place: integer(),
  /** Keyed by APP_SECRET: shows an entry that the product did not write, also before it is sealed. Null only in entries older than it. */
  mac: nullable(text()),
})
export type AuditEntryRow = NonNullable<(typeof auditEntries)['row']>
