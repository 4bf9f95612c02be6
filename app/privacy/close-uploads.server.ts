import { importProblems, imports, stagedRows } from '../../db/tables/imports'
import type { SchoolActor } from '../server/actor'
import type { Tx } from '../server/write.server'

/** A pupil, by all that an uploaded row may know one by. */
export interface Known {
  id: string
  upn: string | null
  username: string | null
  sortName: string | null
}

/** Why an upload was thrown away, as its page and its JSON say it. */
export const whyClosed = {
  deleted: {
    rule: 'PUPIL_DELETED',
    message:
      'A pupil who may be in this file was deleted from your roll, so the file was thrown away before it could bring the pupil back. Export your roll again and upload that.',
  },
  withdrawn: {
    rule: 'CONSENT_WITHDRAWN',
    message:
      'Consent was withdrawn for a pupil who may be in this file, so the file was thrown away. Export your roll again and upload that.',
  },
} as const

/**
 * Throws away each upload of the school that is not saved yet and may hold the pupil: its rows, what was wrong with them, its headings (a file
 * without any has a pupil there), and its file, which stands on disk as it came. One whose rows are not read yet may hold anybody; of one that was read, the rows say who is in it, but for a row
 * without a name. To be called inside a write; answers the names of the files, to be removed once that is committed.
 */
export async function closeUploads(
  { school: { data } }: SchoolActor,
  tx: Tx,
  pupil: Known,
  why: keyof typeof whyClosed,
): Promise<string[]> {
  const { id, upn, username, sortName } = pupil
  const open = await data.query<{ id: string; state: 'reading'; spool: string | null }>(
    `SELECT i.id, i.state, i.spool FROM imports i WHERE i.school_id = :school AND (i.state IN ('reading', 'mapping', 'checking')
       OR (i.state IN ('preview', 'committing') AND EXISTS (SELECT 1 FROM staged_rows s WHERE s.school_id = :school AND s.import_id = i.id
         AND (s.pupil_id = :id OR s.upn = :upn OR s.username = :username OR s.sort_name = :sortName OR s.last_name IS NULL))))`,
    { id, upn, username, sortName },
  )
  const files: string[] = []
  for (const one of open) {
    // By its state too: it may have been saved in this moment, and then its rows are the roll's.
    const patch = {
      state: 'discarded',
      error: whyClosed[why],
      columns: null,
      spool: null,
      run: null,
      updatedAt: tx.at,
    } as const
    if ((await data.rows(imports).update({ id: one.id, state: one.state }, patch)) === 0) continue
    await data.rows(importProblems).remove({ importId: one.id })
    await data.rows(stagedRows).remove({ importId: one.id })
    tx.audit({ act: 'imports.closed', subject: { kind: 'import', id: one.id } })
    if (one.spool !== null) files.push(one.spool)
  }
  return files
}
