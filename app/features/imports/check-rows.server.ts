import type { ImportRow } from '../../../db/tables/imports'
import { newId } from '../../server/ids'
import type { SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { countUnseen, rollStamp } from '../pupils/pupils.server'
import { checkTable, type Passed } from './check/check-table.server'
import { refuseDuplicates } from './check/duplicates.server'
import { clearStaged } from './check/stage.server'
import type { Column } from './columns'
import type { OpenedTable } from './formats/open-table.server'
import { moveImport } from './import-row.server'
import { noCounts, type Counts } from './rules'
import { stagedOf } from './check/staged'

/**
 * Compares every row of an opened table with the roll and leaves the upload in preview. A run that was killed is begun anew from the first
 * row, which is simpler than going on and takes a second; nothing but staged rows was written. Throws `Overtaken`, `UnreadableFile`, `GivenUp`.
 */
export async function checkRows(
  actor: SchoolActor,
  imported: ImportRow,
  table: OpenedTable,
  columns: readonly Column[],
): Promise<void> {
  const { id } = imported
  const run = newId(actor.at)
  await moveImport(
    actor,
    { id, from: 'checking', to: 'checking' },
    { run, progressDone: 0, progressTotal: table.expected },
  )
  await clearStaged(actor, id)
  const stamp = await rollStamp(actor)
  const passed = await checkTable(actor, imported, run, table, columns)
  passed.warnings += await refuseDuplicates(actor, id, columns, passed.suspects)
  const counts = await countAll(actor, id, passed)
  await write(actor, 'imports.checked', async (tx) => {
    const progress = { progressDone: passed.rows, progressTotal: passed.rows }
    await moveImport(
      actor,
      { id, from: 'checking', to: 'preview', run },
      { run: null, rollStamp: stamp, counts: { ...counts }, ...progress },
    )
    tx.audit({ subject: { kind: 'import', id }, counts: { ...counts } })
  })
}

const VERDICTS = ['added', 'changed', 'unchanged', 'refused'] as const

/** Sums over one pass, and no GROUP BY: SQLite would sort all rows for it, in memory. */
async function countAll(actor: SchoolActor, importId: string, passed: Passed): Promise<Counts> {
  const sums = VERDICTS.map(
    (verdict) => `SUM(CASE WHEN verdict = '${verdict}' THEN 1 ELSE 0 END) AS ${verdict}`,
  )
  const [row] = await actor.school.data.query<
    Record<(typeof VERDICTS)[number] | 'held', number | string | null>
  >(
    `SELECT ${sums.join(', ')}, SUM(CASE WHEN verdict = 'refused' THEN 0 ELSE held_back END) AS held FROM staged_rows WHERE school_id = :school AND import_id = :importId`,
    { importId },
  )
  const { rows, ignored, warnings } = passed
  const counts = { ...noCounts(), rows, ignored, warnings, held_back: Number(row?.held ?? 0) }
  for (const verdict of VERDICTS) counts[verdict] = Number(row?.[verdict] ?? 0)
  // On an empty roll nobody can be missing, and the list of whom the file has need not be made.
  return passed.rollWasEmpty
    ? counts
    : { ...counts, not_in_file: await countUnseen(actor, stagedOf(importId)) }
}
