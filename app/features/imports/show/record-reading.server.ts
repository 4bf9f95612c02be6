import type { ImportRow } from '../../../../db/tables/imports'
import { record } from '../../../server/audit.server'
import type { SchoolActor } from '../../../server/actor'
import type { Column } from '../columns'

/** Notes that somebody read what an upload holds of pupils: which fields, and how much. A look at nothing is not noted. */
export async function recordReading(
  actor: SchoolActor,
  imported: ImportRow,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return
  const fields = ((imported.columns ?? []) as Column[]).flatMap(({ field }) =>
    field === null || field === 'ignore' ? [] : [field],
  )
  await record(actor, 'imports.read', { subject: { kind: 'import', id: imported.id }, fields, counts })
}
