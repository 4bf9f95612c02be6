import type { ImportRow } from '../../../db/tables/imports'
import type { SchoolActor } from '../../server/actor'
import { listImports } from './show/queries.server'

/** The newest upload of the school, for the dashboard; null before the first. */
export async function lastImport(
  actor: SchoolActor,
): Promise<Pick<ImportRow, 'id' | 'state' | 'fileName' | 'createdAt' | 'committedAt'> | null> {
  const [newest] = await listImports(actor, 1)
  return newest ?? null
}
