import { basename } from 'node:path'
import { imports } from '../../../db/tables/imports'
import type { SchoolActor } from '../../server/actor'
import type { ReceivedFile } from '../../server/uploads.server'
import { write } from '../../server/write.server'
import { removeUploadedFile } from './import-row.server'
import { noCounts } from './rules'
import { startedBy } from './started-by'

interface Upload {
  file: ReceivedFile
  /** The person attests that a guardian's consent is held for every pupil of the file. */
  consentConfirmed: boolean
}

/** Takes a received file on: an import in `reading`, and the job that reads it. The file belongs to the import from then on. */
export async function startImport(
  actor: SchoolActor,
  { file, consentConfirmed }: Upload,
  nonce: string | null,
): Promise<{ importId: string }> {
  const spool = basename(file.path)
  let own = ''
  try {
    const started = await write(
      actor,
      'imports.started',
      async (tx) => {
        own = tx.newId()
        await actor.school.data.rows(imports).insert({
          id: own,
          state: 'reading',
          startedBy: startedBy(actor),
          committedBy: null,
          fileName: file.name,
          fileBytes: file.size,
          format: null,
          encoding: null,
          delimiter: null,
          spool,
          columns: null,
          headerLine: null,
          error: null,
          counts: { ...noCounts() },
          consentConfirmed,
          markLeavers: false,
          run: null,
          rollStamp: null,
          progressDone: 0,
          progressTotal: 0,
          createdAt: tx.at,
          updatedAt: tx.at,
          committedAt: null,
        })
        await tx.job('imports.read', { schoolId: actor.school.id, importId: own })
        const fields = consentConfirmed ? ['consent_confirmed'] : []
        tx.audit({ subject: { kind: 'import', id: own }, fields, counts: { bytes: file.size } })
        return { importId: own }
      },
      { once: nonce },
    )
    // The same form sent twice: the first one's file is at work already.
    if (started.importId !== own) await removeUploadedFile(actor.services, spool)
    return started
  } catch (thrown) {
    await removeUploadedFile(actor.services, spool)
    throw thrown
  }
}
