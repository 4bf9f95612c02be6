import { beforeImages } from '../../../db/tables/imports'
import type { SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { forgetAttested, putBack, wordingFor } from '../pupils/pupils.server'
import type { Done } from './commit-import.server'
import { findImport, moveImport } from './import-row.server'
import { importLimits } from './limits.table'
import { mayAct, mayUndo } from './rules'
import { stagedOf } from './check/staged'

/**
 * Takes a committed upload back: pupils it added go, pupils it changed become what they were. Whoever was changed since is left alone; their
 * images stay, so that the page can name them.
 */
export async function undoImport(actor: SchoolActor, importId: string, nonce: string | null): Promise<Done> {
  return await write(
    actor,
    'imports.undone',
    async (tx): Promise<Done> => {
      const imported = await findImport(actor, importId, { lock: true })
      if (!imported || !mayAct(imported.state, 'undo'))
        return tx.refuse({ ok: false, why: 'wrong-state' } satisfies Done)
      if (!mayUndo(imported.state, imported.committedAt, tx.at, importLimits.keptMs))
        return tx.refuse({ ok: false, why: 'too-late' } satisfies Done)
      const { removed, restored, left } = await putBack(actor, stagedOf(importId))
      if (imported.consentConfirmed && imported.committedAt !== null)
        await forgetAttested(actor, wordingFor('upload').version, imported.committedAt)
      const images = actor.school.data.rows(beforeImages)
      // What was put back is of no more use; emptied images are not told apart from those of pupils who were added.
      if (left.length === 0) await images.remove({ importId })
      else await actor.school.data.run(REMOVE_OTHERS, { importId, left })
      await moveImport(actor, { id: importId, from: 'committed', to: 'undone' })
      const counts = { removed, restored, left: left.length }
      tx.audit({ subject: { kind: 'import', id: importId }, counts })
      return { ok: true }
    },
    { once: nonce },
  )
}

const REMOVE_OTHERS =
  'DELETE FROM before_images WHERE school_id = :school AND import_id = :importId AND pupil_id NOT IN (:left)'
