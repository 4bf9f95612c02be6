import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../../db/connection.server'
import { auditSeals, auditWaiting, checkpoints, type AuditSealRow } from '../../../db/tables/proof'
import type { Services } from '../context'
import type { PublicKey } from './check-receipt'
import { CHECKPOINT_FILE } from './checkpoint.server'
import { readCheckpoint, trustedCheckpoint } from './checkpoint-form'
import { leafNow, PROVEN, type ProvenRow } from './proven-rows.server'
import { publicKeys } from './public-keys.server'
import { named, NO_SEAL, sealFault, type LeafNow, type Link } from './seal-form'
import { sealedWithMac, writtenByUs } from './written-by-us.server'

/** Seals whose leaves are read at a time. */
const PAGE = 20

export interface Verified {
  /** The first fault, in words that name the entry; null when all holds. */
  fault: string | null
  seals: number
  leaves: number
  /** Not sealed yet, which is no fault. */
  waiting: number
  /** Number of the seal that the newest checkpoint names; null without one. */
  checkpoint: number | null
}

/**
 * Reads the whole trail again: every seal from the first, everything it covers, every checkpoint (the rows, the data folder's file, and the
 * text of the copy given), and whatever stands beside the seals. The first fault found is answered.
 */
export async function verifyAudit(services: Services, copy: string | null): Promise<Verified> {
  const { db } = services
  const keys = await publicKeys(db)
  const walk = await walkSeals(db, keys)
  const held = await heldCheckpoints(services, copy)
  const newest = held.map(({ text }) => trusted(text, keys)?.size ?? 0)
  const fault =
    walk.fault ??
    (await checkpointsFault(db, held, keys)) ??
    (await strayFault(db)) ??
    (await waitingFault(services, keys))
  return {
    fault,
    seals: walk.seals,
    leaves: walk.leaves,
    waiting: await db.rows(auditWaiting).count(),
    checkpoint: newest.length === 0 ? null : Math.max(...newest),
  }
}

async function walkSeals(db: Database, keys: readonly PublicKey[]) {
  let before: Link = NO_SEAL
  let leaves = 0
  for (;;) {
    const seals: AuditSealRow[] = await db.rows(auditSeals).list({
      where: { number: { gt: before.number } },
      order: [['number', 'asc']],
      limit: PAGE,
    })
    const [first] = seals
    const last = seals.at(-1)
    if (!first || !last) return { fault: null, seals: before.number, leaves }
    const covered = await leavesOf(db, first.number, last.number)
    for (const seal of seals) {
      const its = covered.filter((leaf) => leaf.seal === seal.number)
      const fault = sealFault(seal, before, its, keys)
      if (fault) return { fault, seals: before.number, leaves }
      before = seal
      leaves += its.length
    }
  }
}

async function leavesOf(db: Database, first: number, last: number): Promise<LeafNow[]> {
  const rows = await db.query<ProvenRow & { seal: number; place: number; hash: string }>(
    `SELECT t.seal AS seal, t.place AS place, t.ref AS ref, t.kind AS kind, t.hash AS hash, ${PROVEN.columns}
      FROM audit_leaves t ${PROVEN.joins} WHERE t.seal BETWEEN ? AND ? ORDER BY t.seal, t.place`,
    [first, last],
  )
  return rows.map((row) => {
    const { seal, place, ref, kind, hash } = row
    return { seal: Number(seal), place: Number(place), ref, kind, hash, ...leafNow(row) }
  })
}

interface Held {
  from: string
  text: string
}

async function heldCheckpoints({ db, settings }: Services, copy: string | null): Promise<Held[]> {
  const rows = await db.rows(checkpoints).list({ order: [['size', 'asc']] })
  const held = rows.map((row) => ({ from: `row ${row.size}`, text: JSON.stringify(row) }))
  const file = await readFile(join(settings.dataDir, CHECKPOINT_FILE), 'utf8').catch(() => null)
  if (file !== null) held.push({ from: CHECKPOINT_FILE, text: file })
  if (copy !== null) held.push({ from: 'the file given', text: copy })
  return held
}

function trusted(text: string, keys: readonly PublicKey[]) {
  const checkpoint = readCheckpoint(text)
  return checkpoint && trustedCheckpoint(checkpoint, keys)
}

async function checkpointsFault(db: Database, held: readonly Held[], keys: readonly PublicKey[]) {
  for (const { from, text } of held) {
    const says = trusted(text, keys)
    if (!says) return `The checkpoint of ${from} is not as a key of ours signed it`
    const seal = await db.rows(auditSeals).find({ number: says.size })
    const on = new Date(says.at).toISOString()
    if (!seal)
      return `Seal ${says.size} is missing: the checkpoint of ${on} (${from}) says that the log held it`
    if (seal.hash !== says.root)
      return `Seal ${says.size} is not the one that the checkpoint of ${on} (${from}) names: the log was rewritten`
  }
  return null
}

/** Entries and receipts that no write of ours put there, and leaves of no seal. */
async function strayFault(db: Database): Promise<string | null> {
  const [leaf] = await db.query<{ kind: 'entry' | 'receipt'; ref: string; seal: number }>(
    `SELECT l.kind AS kind, l.ref AS ref, l.seal AS seal FROM audit_leaves l LEFT JOIN audit_seals s ON s.number = l.seal
      WHERE s.number IS NULL ORDER BY l.seal, l.place LIMIT 1`,
  )
  if (leaf) return `${named(leaf)} has a leaf in seal ${leaf.seal}, which is missing`
  const [entry] = await db.query<{ ref: string }>(strays('audit_entries', 'id'))
  if (entry)
    return `${named({ kind: 'entry', ref: entry.ref })} was inserted: it is neither sealed nor waiting`
  const [receipt] = await db.query<{ ref: string }>(strays('receipts', 'reference'))
  if (receipt)
    return `${named({ kind: 'receipt', ref: receipt.ref })} was inserted: it is neither sealed nor waiting`
  return null
}

const strays = (table: string, key: string) =>
  `SELECT x.${key} AS ref FROM ${table} x LEFT JOIN audit_leaves l ON l.ref = x.${key} LEFT JOIN audit_waiting w ON w.ref = x.${key}
    WHERE l.ref IS NULL AND w.ref IS NULL ORDER BY x.${key} LIMIT 1`

async function waitingFault({ db, keys }: Services, ours: readonly PublicKey[]): Promise<string | null> {
  const known = { keys, publicKeys: ours, withoutMac: !(await sealedWithMac(db)) }
  for (let after = ''; ;) {
    const rows = await db.query<ProvenRow>(
      `SELECT t.ref AS ref, t.kind AS kind, ${PROVEN.columns} FROM audit_waiting t ${PROVEN.joins}
        WHERE t.ref > ? ORDER BY t.ref LIMIT 500`,
      [after],
    )
    for (const row of rows) {
      if (writtenByUs(row, known)) continue
      const gone = leafNow(row).form === null
      return `${named(row)} ${gone ? 'is missing: it was to be sealed' : 'was inserted or altered before it was sealed'}`
    }
    const last = rows.at(-1)
    if (!last) return null
    after = last.ref
  }
}
