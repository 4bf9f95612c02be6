import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditSeals, checkpoints } from '../../../db/tables/proof'
import type { Actor } from '../actor'
import { write } from '../write.server'
import { canonical } from './canonical'
import { checkpointText, type Checkpoint } from './checkpoint-form'

/** Where the newest checkpoint lies beside the database: who rewrites the one must find the other. */
export const CHECKPOINT_FILE = 'checkpoint.json'

/**
 * Signs the state of the log: its newest seal. A row, a file of the data folder, and a mail to the data protection officer, whose copy is out
 * of our reach. With nothing sealed since the last one there is nothing new to say. Run again after dying half-way, it writes what is missing.
 */
export async function takeCheckpoint(actor: Actor): Promise<void> {
  const { db } = actor.services
  const [seal] = await db.rows(auditSeals).list({ order: [['number', 'desc']], limit: 1 })
  if (!seal) return
  const known = await db.rows(checkpoints).find({ size: seal.number })
  const checkpoint = known ?? (await put(actor, { size: seal.number, root: seal.hash }))
  await keepFile(actor.services.settings.dataDir, checkpoint)
}

async function put(actor: Actor, log: { size: number; root: string }): Promise<Checkpoint> {
  const { db, signer, settings } = actor.services
  const at = new Date(actor.at).toISOString()
  const body = canonical({
    v: 1,
    type: 'audit.checkpoint',
    origin: new URL(settings.baseUrl).host,
    size: log.size,
    root: log.root,
    at,
    kid: signer.kid,
  })
  const checkpoint = { body, signature: signer.sign(body) }
  return await write<Checkpoint>(actor, 'audit.checkpoint', async (tx) => {
    const taken = await db.rows(checkpoints).find({ size: log.size })
    if (taken) return tx.refuse({ body: taken.body, signature: taken.signature })
    await db.rows(checkpoints).insert({ size: log.size, ...checkpoint, at: actor.at })
    tx.audit({ counts: { size: log.size } })
    const keysLink = `${settings.baseUrl}/.well-known/otrack-receipts.json`
    const props = { size: log.size, root: log.root, at, keysLink }
    const attached = [{ name: `otrack-checkpoint-${log.size}.json`, content: checkpointText(checkpoint) }]
    await tx.mail('checkpoint', props, settings.dpoEmail, { attached })
    return checkpoint
  })
}

/** Whole or not at all: a reader never meets half a file. */
async function keepFile(dataDir: string, checkpoint: Checkpoint): Promise<void> {
  const path = join(dataDir, CHECKPOINT_FILE)
  await writeFile(`${path}.new`, checkpointText(checkpoint), { mode: 0o600 })
  await rename(`${path}.new`, path)
}
