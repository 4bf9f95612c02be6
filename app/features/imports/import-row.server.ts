import { join } from 'node:path'
import { imports, type ImportRow, type ImportState } from '../../../db/tables/imports'
import type { SchoolActor } from '../../server/actor'
import type { Services } from '../../server/context'
import { removeSpoolFile, spoolFolderIn } from '../../server/uploads/spool.server'
import { mayMove } from './rules'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One upload of the actor's school, or null: another school's looks like none. `lock` holds the row until the open transaction ends. */
export async function findImport(
  actor: SchoolActor,
  id: string,
  { lock = false } = {},
): Promise<ImportRow | null> {
  // What is no id is not asked for: MariaDB would refuse to compare its letters.
  return ID.test(id) ? await actor.school.data.rows(imports).find({ id }, { lock }) : null
}

/** The run of a job has been overtaken: the upload was discarded, or another process has taken it on. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Moves an upload on, or changes it without moving it (`to` equal to `from`). Throws `Overtaken` if it does not stand where it should, or
 * another run has it.
 */
export async function moveImport(
  actor: SchoolActor,
  { id, from, to, run }: { id: string; from: ImportState; to: ImportState; run?: string },
  patch: Partial<Omit<ImportRow, 'schoolId' | 'id' | 'state'>> = {},
): Promise<void> {
  if (from !== to && !mayMove(from, to)) throw new Error(`An import does not go from ${from} to ${to}`)
  const where = run === undefined ? { id, state: from } : { id, state: from, run }
  const moved = await actor.school.data
    .rows(imports)
    .update(where, { ...patch, state: to, updatedAt: actor.services.clock.now() })
  if (moved !== 1) throw new Overtaken()
}

/** Where uploaded files wait. */
export const spoolFolder = ({ settings }: Services): string => spoolFolderIn(settings.dataDir)

export const spoolPath = (services: Services, name: string): string => join(spoolFolder(services), name)

/** Removes the file of an upload; one that is gone already is no fault. */
export async function removeUploadedFile(services: Services, spool: string | null): Promise<void> {
  if (spool !== null) await removeSpoolFile(spoolPath(services, spool))
}
