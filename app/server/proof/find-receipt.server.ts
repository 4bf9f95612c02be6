import type { Database } from '../../../db/connection.server'
import { auditLeaves, receipts } from '../../../db/tables/proof'
import { checkSigned, type Statement, type Verdict } from './check-receipt'
import { publicKeys } from './public-keys.server'
import { readReference } from './reference'

/** What anybody who knows a receipt's reference may know of it: nothing about a person. */
export interface Found {
  reference: string
  verdict: Verdict
  /** null only where what we hold was damaged. */
  statement: Statement | null
  code: string | null
  /** What it was about is gone; it stays valid. */
  erased: boolean
  /** The number of the seal that entered it in the log; null while it waits. */
  seal: number | null
}

/** Looks a receipt up and judges what we hold of it. null for a reference that is unknown or none. */
export async function findReceipt(db: Database, typed: string): Promise<Found | null> {
  const reference = readReference(typed)
  const row = reference === null ? null : await db.rows(receipts).find({ reference })
  if (!row) return null
  const checked = checkSigned(row.body, row.signature, await publicKeys(db))
  const leaf = await db.rows(auditLeaves).find({ ref: row.reference, kind: 'receipt' })
  const ofThisReference = checked.statement?.ref === row.reference
  return {
    reference: row.reference,
    verdict: checked.verdict === 'genuine' && !ofThisReference ? 'altered' : checked.verdict,
    statement: checked.statement,
    code: checked.code,
    erased: row.opened === null,
    seal: leaf?.seal ?? null,
  }
}
