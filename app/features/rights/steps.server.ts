import { requestSteps } from '../../../db/tables/rights'
import type { Actor } from '../../server/actor'
import type { Receipt, ReceiptType } from '../../server/proof/receipt.server'
import type { Tx } from '../../server/write.server'

/** Adds a step to the timeline of a request, with the receipt that proves it; inside the write that did it. */
export async function noteStep(
  { services: { db }, who }: Actor,
  tx: Tx,
  reference: string,
  type: ReceiptType,
  receipt: Receipt,
): Promise<void> {
  const requestedBy = 'id' in who ? who.id : ''
  await db
    .rows(requestSteps)
    .insert({ id: tx.newId(), reference, requestedBy, type, receipt: receipt.reference, at: tx.at })
}
