import { auditEntries } from '../../../db/tables/audit'
import { snake } from '../../../db/tables/define'
import { leafHash } from './canonical'
import { entryForm, type StoredEntry } from './entry-form'

/** One row of a query over PROVEN: an entry or a receipt as it stands in the database, to the byte. */
export interface ProvenRow {
  ref: string
  kind: 'entry' | 'receipt'
  mac: string | null
  body: string | null
  signature: string | null
  [entryColumn: `e_${string}`]: string | number | null
}

const fields = Object.keys(auditEntries.columns).filter((field) => field !== 'mac')

/** What a query selects, and joins to its table `t` of refs and kinds, to read entries and receipts without a mapper between. */
export const PROVEN = {
  columns: [
    ...fields.map((field) => `e.\`${snake(field)}\` AS e_${field}`),
    'e.mac AS mac, r.body AS body, r.signature AS signature',
  ].join(', '),
  joins: `LEFT JOIN audit_entries e ON t.kind = 'entry' AND e.id = t.ref
    LEFT JOIN receipts r ON t.kind = 'receipt' AND r.reference = t.ref`,
}

/** What the leaf and the MAC are made of; null when the row is gone. */
export function formOf(row: ProvenRow): string | null {
  if (row.kind === 'receipt') return row.body
  if (row.e_id === null || row.e_id === undefined) return null
  const numbers = ['at', 'place']
  const entry = Object.fromEntries(
    fields.map((field) => {
      const value = row[`e_${field}`] ?? null
      return [field, numbers.includes(field) ? Number(value) : value]
    }),
  )
  try {
    return entryForm(entry as unknown as StoredEntry)
  } catch {
    // No form of ours: it was written by somebody else.
    return ''
  }
}

/** The leaf as it would be now; null when the row is gone. */
export function leafNow(row: ProvenRow): { form: string | null; now: string | null } {
  const form = formOf(row)
  return { form, now: form === null ? null : leafHash(form) }
}
