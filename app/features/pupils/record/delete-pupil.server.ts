import { guardianConsents, pupils } from '../../../../db/tables/pupils'
import { forgetCopies } from '../../../privacy/forget-pupil.server'
import type { SchoolActor } from '../../../server/actor'
import { removeSpooled } from '../../../server/uploads/spool.server'
import { write } from '../../../server/write.server'
import { findInScope } from '../queries.server'

export type Deleted = { ok: true } | { ok: false; why: 'gone' }

/** Deletes a pupil for good (P24): the row, its consents and every copy, in one write. The audit entry names the id alone. */
export async function deletePupil(actor: SchoolActor, id: string, once: string | null): Promise<Deleted> {
  let files: string[] = []
  const deleted = await write<Deleted>(
    actor,
    'pupils.deleted',
    async (tx) => {
      const pupil = await findInScope(actor, id, { lock: true })
      if (!pupil) return tx.refuse({ ok: false, why: 'gone' })
      const { data } = actor.school
      tx.audit({ subject: { kind: 'pupil', id } })
      files = await forgetCopies(actor, tx, pupil)
      await data.rows(guardianConsents).remove({ pupilId: id })
      await data.rows(pupils).remove({ id })
      return { ok: true }
    },
    { once },
  )
  if (deleted.ok) await removeSpooled(actor.services.settings.dataDir, files)
  return deleted
}
