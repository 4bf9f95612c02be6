import type { Database } from '../../../db/connection.server'
import type { Keys } from '../crypto.server'
import { checkSigned, type PublicKey } from './check-receipt'
import { ENTRY_MAC } from './entry-form'
import { formOf, type ProvenRow } from './proven-rows.server'

/** By what a row is known as the product's own. */
interface Known {
  keys: Keys
  publicKeys: readonly PublicKey[]
  /** Whether entries may lack a MAC: those that were written before there was one, which are sealed before all others. */
  withoutMac: boolean
}

/** Whether the product wrote it, as it stands: an entry by its MAC, a receipt by its signature. False when the row is gone. */
export function writtenByUs(row: ProvenRow, { keys, publicKeys, withoutMac }: Known): boolean {
  const form = formOf(row)
  if (form === null) return false
  if (row.kind === 'entry') return row.mac === null ? withoutMac : keys.verify(ENTRY_MAC, form, row.mac)
  const { verdict, statement } = checkSigned(form, row.signature ?? '', publicKeys)
  return verdict === 'genuine' && statement?.ref === row.ref
}

/** Whether an entry with a MAC is sealed already: from then on none without one is taken. */
export async function sealedWithMac(db: Database): Promise<boolean> {
  const found = await db.query(
    `SELECT 1 FROM audit_leaves l JOIN audit_entries e ON e.id = l.ref WHERE e.mac IS NOT NULL LIMIT 1`,
  )
  return found.length > 0
}
