import { importProblems, stagedRows } from '../../../db/tables/imports'
import { liftMarks } from '../../privacy/erased-pupils.server'
import type { SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { ERASED } from './check/erased-problem'
import { findImport, moveImport } from './import-row.server'
import { mayAct, type Counts } from './rules'
import type { Done } from './words'

/** Confirms that a row is to be taken though its pupil was erased on request. The mark itself goes when the upload is saved. */
export async function addAgain(
  actor: SchoolActor,
  importId: string,
  line: number,
  nonce: string | null,
): Promise<Done> {
  return await write(
    actor,
    'imports.added-again',
    async (tx): Promise<Done> => {
      const refuse = () => tx.refuse({ ok: false, why: 'wrong-state' } satisfies Done)
      const imported = await findImport(actor, importId, { lock: true })
      if (!imported || !mayAct(imported.state, 'add-again')) return refuse()
      const { data } = actor.school
      const errors = await data.rows(importProblems).list({ where: { importId, line, severity: 'error' } })
      const staged = await data.rows(stagedRows).find({ importId, line, verdict: 'refused' })
      if (!staged || errors.length !== 1 || errors[0]?.rule !== ERASED) return refuse()
      await data.rows(importProblems).remove({ importId, line, rule: ERASED })
      await data.rows(stagedRows).update({ importId, line }, { verdict: 'added' })
      const counts = imported.counts as unknown as Counts
      const changed = {
        ...counts,
        added: counts.added + 1,
        refused: counts.refused - 1,
        held_back: counts.held_back + staged.heldBack,
      }
      await moveImport(actor, { id: importId, from: 'preview', to: 'preview' }, { counts: changed })
      tx.audit({ subject: { kind: 'import', id: importId }, counts: { rows: 1 } })
      return { ok: true }
    },
    { once: nonce },
  )
}

/** Whom an upload adds, nothing holds back any more. To be called inside the write that saves it. */
export async function liftMarksOf(actor: SchoolActor, importId: string): Promise<void> {
  const added = await actor.school.data.query<{ upn: string | null; sort_name: string; born: string | null }>(
    `SELECT upn, sort_name, date_of_birth AS born FROM staged_rows
     WHERE school_id = :school AND import_id = :importId AND verdict = 'added'`,
    { importId },
  )
  await liftMarks(
    actor,
    added.map(({ upn, sort_name: sortName, born }) => ({ upn, sortName, dateOfBirth: born })),
  )
}
