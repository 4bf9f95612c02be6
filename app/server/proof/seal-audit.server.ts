import { UniqueConstraintError } from 'sequelize'
import { auditLeaves, auditSeals, auditWaiting } from '../../../db/tables/proof'
import type { Actor } from '../actor'
import type { JobContext } from '../queue/job'
import { leafHash } from './canonical'
import { formOf, PROVEN, type ProvenRow } from './proven-rows.server'
import { publicKeys } from './public-keys.server'
import { makeSeal, NO_SEAL } from './seal-form'
import { sealedWithMac, writtenByUs } from './written-by-us.server'

/** Leaves of one seal at most: one transaction, and the span in which a fault of a seal itself is searched. */
const BATCH = 500

interface Waiting extends ProvenRow {
  sealed: string | null
}

/**
 * Enters what waits into the log: batches under a Merkle root, each signed and linked to the one before. Business transactions never wait for
 * it: they only add rows to `audit_waiting`. Of two sealers at the same moment the number of the seal lets one commit; the other looks again.
 * What the product did not write itself is left waiting, for `verify-audit` to name.
 */
export async function sealAudit(actor: Actor, _payload?: unknown, context?: JobContext): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    context?.signal.throwIfAborted()
    const before = await newestSeal(actor)
    after = await sealBatch(actor, after).catch(async (thrown: unknown) => {
      // Another sealer was first: what it sealed waits no more.
      if (thrown instanceof UniqueConstraintError && (await newestSeal(actor)) !== before) return ''
      throw thrown
    })
  }
}

async function newestSeal({ services }: Actor): Promise<number> {
  const [row] = await services.db.query<{ n: number | null }>('SELECT MAX(number) AS n FROM audit_seals')
  return Number(row?.n ?? 0)
}

/** Seals the next batch whose refs come after `after`; answers the last ref it saw, or null when there are no more. */
async function sealBatch(actor: Actor, after: string): Promise<string | null> {
  const { db, clock, log, keys, signer } = actor.services
  return await db.transaction(async () => {
    const [newest] = await db.rows(auditSeals).list({ order: [['number', 'desc']], limit: 1 })
    const waiting = await db.query<Waiting>(
      `SELECT t.ref AS ref, t.kind AS kind, l.ref AS sealed, ${PROVEN.columns}
        FROM audit_waiting t LEFT JOIN audit_leaves l ON l.ref = t.ref ${PROVEN.joins}
        WHERE t.ref > ? ORDER BY t.ref LIMIT ${BATCH}`,
      [after],
    )
    const known = { keys, publicKeys: await publicKeys(db), withoutMac: !(await sealedWithMac(db)) }
    const ours = waiting.filter((row) => row.sealed === null && writtenByUs(row, known))
    for (const row of waiting)
      if (row.sealed === null && !ours.includes(row))
        log.warn('audit.not-ours', { ref: row.ref, kind: row.kind })
    const leaves = ours.map((row) => ({ kind: row.kind, ref: row.ref, hash: leafHash(formOf(row) ?? '') }))
    if (leaves.length > 0) {
      const seal = makeSeal(signer, newest ?? NO_SEAL, leaves, clock.now())
      await db.rows(auditSeals).insert(seal)
      await db.rows(auditLeaves).insert(leaves.map((leaf, place) => ({ seal: seal.number, place, ...leaf })))
    }
    const done = waiting.filter((row) => row.sealed !== null || ours.includes(row)).map(({ ref }) => ref)
    if (done.length > 0) await db.rows(auditWaiting).remove({ ref: done })
    return waiting.length < BATCH ? null : (waiting.at(-1)?.ref ?? null)
  })
}
