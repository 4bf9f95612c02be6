import { beforeImages, importProblems, stagedRows } from '../../db/tables/imports'
import { pupilHistory } from '../../db/tables/pupils'
import type { SchoolActor } from '../server/actor'
import type { Tx } from '../server/write.server'
import { closeUploads, type Known } from './close-uploads.server'

/** Special categories of personal data (P8), as columns and fields are called. */
const SPECIAL = ['ethnicity', 'sen_status', 'sen_need']

/**
 * What else holds something of a pupil goes with the pupil: uploads that are not saved yet, what saved ones have left, and what undoing one
 * would bring back. To be called inside the write that deletes the pupil; answers the names of the files to remove after it.
 */
export async function forgetCopies(actor: SchoolActor, tx: Tx, pupil: Known): Promise<string[]> {
  const { data } = actor.school
  const files = await closeUploads(actor, tx, pupil, 'deleted')
  await forgetRows(actor, pupil)
  await data.rows(beforeImages).remove({ pupilId: pupil.id })
  return files
}

/** The same when consent to the special values is withdrawn: of what the record said before and undoing would bring back, the rest stays. */
export async function forgetSpecialCopies(actor: SchoolActor, tx: Tx, pupil: Known): Promise<string[]> {
  const { data } = actor.school
  const files = await closeUploads(actor, tx, pupil, 'withdrawn')
  await forgetRows(actor, pupil)
  await data.rows(pupilHistory).remove({ pupilId: pupil.id, field: SPECIAL })
  for (const { importId, image } of await data.rows(beforeImages).list({ where: { pupilId: pupil.id } })) {
    const left = image && { ...image, ...Object.fromEntries(SPECIAL.map((column) => [column, null])) }
    await data.rows(beforeImages).update({ importId, pupilId: pupil.id }, { image: left })
  }
  return files
}

/** Rows of an upload that was saved a moment ago and not yet tidied away. */
async function forgetRows({ school: { data } }: SchoolActor, { id, upn }: Known): Promise<void> {
  const fields = ['importId', 'line'] as const
  const rows = await data.rows(stagedRows).list({ where: { pupilId: id }, fields })
  if (upn !== null) rows.push(...(await data.rows(stagedRows).list({ where: { upn }, fields })))
  for (const { importId, line } of rows) {
    await data.rows(importProblems).remove({ importId, line })
    await data.rows(stagedRows).remove({ importId, line })
  }
}
