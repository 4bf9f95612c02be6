import { erasures } from '../../../db/tables/rights'
import type { Actor } from '../../server/actor'
import { removeSpooled } from '../../server/uploads/spool.server'
import { write } from '../../server/write.server'

/** Does what an erasure left to do outside the database, and says so on its certificate. */
export async function finishErasure(
  actor: Actor,
  { reference, files }: { reference: string; files: string[] },
): Promise<void> {
  await removeSpooled(actor.services.settings.dataDir, files)
  await write(actor, 'erasures.finished', async (tx) => {
    const done = { pending: [], completedAt: tx.at }
    await actor.services.db.rows(erasures).update({ reference, completedAt: null }, done)
    tx.audit({ counts: { files: files.length } })
  })
}
