import { imports, type ImportRow } from '../../../db/tables/imports'
import { londonDate } from '../../values/date-words'
import type { SchoolActor } from '../../server/actor'
import { write, type Tx } from '../../server/write.server'
import { emailOfUser } from '../accounts/accounts.server'
import {
  applyChanges,
  recordAttested,
  RollChanged,
  rollStamp,
  wordingFor,
  type Applied,
} from '../pupils/pupils.server'
import { liftMarksOf } from './add-again.server'
import type { Column } from './columns'
import { findImport, moveImport, removeUploadedFile } from './import-row.server'
import { columnsToKeep } from './rules/columns-kept'
import { mayAct, type Counts } from './rules'
import { stagedOf } from './check/staged'
import { onBehalfOf, startedBy } from './started-by'
import { rollChanged, type Done } from './words'

export type { Done } from './words'

/** A person confirms the preview; the job behind `imports.commit` then writes the roll. */
export async function askCommit(
  actor: SchoolActor,
  importId: string,
  markLeavers: boolean,
  nonce: string | null,
): Promise<Done> {
  return await write(
    actor,
    'imports.confirmed',
    async (tx): Promise<Done> => {
      const imported = await findImport(actor, importId, { lock: true })
      if (!imported || !mayAct(imported.state, 'commit'))
        return tx.refuse({ ok: false, why: 'wrong-state' } satisfies Done)
      const { added, changed, not_in_file } = imported.counts as unknown as Counts
      const progress = { progressDone: 0, progressTotal: added + changed + (markLeavers ? not_in_file : 0) }
      const patch = { committedBy: startedBy(actor), markLeavers, error: null, ...progress }
      await moveImport(actor, { id: importId, from: 'preview', to: 'committing' }, patch)
      await tx.job('imports.commit', { schoolId: actor.school.id, importId })
      tx.audit({ subject: { kind: 'import', id: importId }, fields: markLeavers ? ['mark_leavers'] : [] })
      return { ok: true }
    },
    { once: nonce },
  )
}

/**
 * Writes a confirmed upload into the roll: in one transaction, all of it or nothing. If the roll was changed since the preview was made, it
 * is checked and shown anew instead. Killed at any moment and run again, it goes on; it never writes twice.
 */
export async function commitImport(job: SchoolActor, importId: string): Promise<void> {
  const imported = await findImport(job, importId)
  if (imported?.state === 'committing') {
    const actor = onBehalfOf(job, imported.committedBy)
    try {
      await commit(actor, importId)
    } catch (thrown) {
      if (!(thrown instanceof RollChanged)) throw thrown
      await checkAgain(actor, importId)
      return
    }
  }
  await tidyCommitted(job, importId)
}

async function commit(actor: SchoolActor, importId: string): Promise<void> {
  await write(actor, 'imports.committed', async (tx) => {
    const imported = await findImport(actor, importId, { lock: true })
    if (imported?.state !== 'committing') return tx.refuse(null)
    if (imported.rollStamp !== (await rollStamp(actor))) throw new RollChanged()
    const counts = imported.counts as unknown as Counts
    const staged = stagedOf(importId)
    const today = londonDate(actor.at)
    const applied = await applyChanges(actor, staged, counts, imported.markLeavers ? today : null)
    // Rows can be gone only with their pupils, whom the stamp shows; anything else is a fault of ours.
    if (applied.added !== counts.added) throw new RollChanged()
    await liftMarksOf(actor, importId)
    const attested = imported.consentConfirmed
      ? await recordAttested(actor, tx, staged, {
          by: imported.startedBy,
          wording: wordingFor('upload').version,
          on: today,
        })
      : 0
    const done = applied.added + applied.changed + applied.leavers
    const columns = columnsToKeep(imported.columns as Column[])
    const patch = { committedAt: tx.at, rollStamp: null, columns, progressDone: done, progressTotal: done }
    await moveImport(actor, { id: importId, from: 'committing', to: 'committed' }, patch)
    tx.audit({
      subject: { kind: 'import', id: importId },
      fields: fieldsOf(imported),
      counts: { ...applied, consents: attested },
    })
    await tell(actor, tx, imported, applied)
  })
}

const fieldsOf = ({ columns }: ImportRow): string[] =>
  (columns as { field: string | null }[]).flatMap(({ field }) =>
    field === null || field === 'ignore' ? [] : [field],
  )

async function tell(
  actor: SchoolActor,
  tx: Tx,
  imported: ImportRow,
  { added, changed, leavers }: Applied,
): Promise<void> {
  const email = await emailOfUser(actor, imported.committedBy ?? imported.startedBy)
  if (email === null) return
  const { refused } = imported.counts as unknown as Counts
  const importUrl = `${actor.services.settings.baseUrl}/portal/pupils/imports/${imported.id}`
  const about = { schoolName: actor.school.name, fileName: imported.fileName, importUrl }
  await tx.mail('import-finished', { ...about, added, changed, leavers, refused }, email)
}

async function checkAgain(actor: SchoolActor, importId: string): Promise<void> {
  await write(actor, 'imports.checked-again', async (tx) => {
    const imported = await findImport(actor, importId, { lock: true })
    if (imported?.state !== 'committing') return tx.refuse(null)
    await moveImport(
      actor,
      { id: importId, from: 'committing', to: 'checking' },
      { error: rollChanged, committedBy: null },
    )
    await tx.job('imports.check', { schoolId: actor.school.id, importId })
    tx.audit({ subject: { kind: 'import', id: importId } })
  })
}

/** After a commit the file and the staged rows have no more use; of the problems stays what is wrong and where, without the values. */
export async function tidyCommitted(actor: SchoolActor, importId: string): Promise<void> {
  const imported = await findImport(actor, importId)
  if (imported?.state !== 'committed' || imported.spool === null) return
  const { data } = actor.school
  await data.run('DELETE FROM staged_rows WHERE school_id = :school AND import_id = :importId', { importId })
  await data.run(
    'UPDATE import_problems SET value = NULL WHERE school_id = :school AND import_id = :importId',
    { importId },
  )
  await removeUploadedFile(actor.services, imported.spool)
  await data.rows(imports).update({ id: importId }, { spool: null })
}
