import type { SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { clearStaged } from './check/stage.server'
import type { Done } from './commit-import.server'
import { findImport, moveImport, removeUploadedFile } from './import-row.server'
import { mayAct } from './rules'

/** Throws an upload away before anything of it was saved: its file, its rows and what was wrong with them. */
export async function discardImport(
  actor: SchoolActor,
  importId: string,
  nonce: string | null,
): Promise<Done> {
  const before = await findImport(actor, importId)
  const done = await write(
    actor,
    'imports.discarded',
    async (tx): Promise<Done> => {
      const imported = await findImport(actor, importId, { lock: true })
      if (!imported || !mayAct(imported.state, 'discard'))
        return tx.refuse({ ok: false, why: 'wrong-state' } satisfies Done)
      await moveImport(
        actor,
        { id: importId, from: imported.state, to: 'discarded' },
        { spool: null, run: null, error: null, columns: null },
      )
      await clearStaged(actor, importId)
      tx.audit({ subject: { kind: 'import', id: importId } })
      return { ok: true }
    },
    { once: nonce },
  )
  if (done.ok) await removeUploadedFile(actor.services, before?.spool ?? null)
  return done
}
