import { imports, type ImportRow } from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import { countPupils } from '../../pupils/pupils.server'
import type { Column } from '../columns'
import type { OpenedTable } from '../formats/open-table.server'
import { Overtaken } from '../import-row.server'
import { importLimits } from '../limits.table'
import { judgeRows, type Judged, type Judging, type ReadRow } from './judge-rows.server'
import { pupilReader } from './read-rows.server'
import { noteKeys, type Suspects } from './rows-twice.server'
import { SeenKeys } from './seen-keys'
import { stage } from './stage.server'

/** What one pass over the file found, beside what it staged. */
export interface Passed {
  rows: number
  ignored: number
  problems: number
  warnings: number
  rollWasEmpty: boolean
  /** Keys that more than one row may have. */
  suspects: Suspects
}

/**
 * Reads a table once, from first to last row: each is read, compared with the roll and staged. While one batch is written, the next is read.
 * Memory does not grow with the file. Throws `Overtaken`, `UnreadableFile`.
 */
export async function checkTable(
  actor: SchoolActor,
  imported: Pick<ImportRow, 'id' | 'consentConfirmed'>,
  run: string,
  table: OpenedTable,
  columns: readonly Column[],
): Promise<Passed> {
  const rollIsEmpty = (await countPupils(actor)) === 0
  const judging: Judging = { actor, columns, consentConfirmed: imported.consentConfirmed, rollIsEmpty }
  const read = pupilReader(actor, columns, table.sample)
  const passed: Passed = {
    rows: 0,
    ignored: 0,
    problems: 0,
    warnings: 0,
    rollWasEmpty: rollIsEmpty,
    suspects: new Set(),
  }
  const seen = new SeenKeys()
  let batch: ReadRow[] = []
  let writing: Promise<void> = Promise.resolve()

  async function hand(rows: readonly ReadRow[]): Promise<void> {
    const judged = await judgeRows(judging, rows)
    for (const row of judged.staged) noteKeys(seen, row, passed.suspects)
    const kept = { ...judged, problems: keep(judged.problems, passed) }
    await writing
    const progress = { progressDone: passed.rows, progressTotal: Math.max(table.expected, passed.rows) }
    writing = writeBatch(actor, imported.id, run, kept, progress)
    // Whoever awaits it next is told; until then its failing must not look unheard.
    writing.catch(() => undefined)
  }

  for await (const row of table.rows) {
    passed.rows += 1
    const one = read(row)
    if (one) batch.push(one)
    else passed.ignored += 1
    if (batch.length < importLimits.batchRows) continue
    await hand(batch)
    batch = []
  }
  if (batch.length > 0) await hand(batch)
  await writing
  return passed
}

/** The first so many problems are kept, and counted all: more than that is one fault in every row. */
function keep(problems: Judged['problems'], passed: Passed): Judged['problems'] {
  const room = Math.max(0, importLimits.problems - passed.problems)
  passed.problems += problems.length
  for (const { severity } of problems) if (severity === 'warning') passed.warnings += 1
  return problems.length <= room ? problems : problems.slice(0, room)
}

async function writeBatch(
  actor: SchoolActor,
  id: string,
  run: string,
  judged: Judged,
  progress: Pick<ImportRow, 'progressDone' | 'progressTotal'>,
): Promise<void> {
  const { services, school } = actor
  await services.db.transaction(async () => {
    const moved = await school.data
      .rows(imports)
      .update({ id, state: 'checking', run }, { ...progress, updatedAt: services.clock.now() })
    if (moved !== 1) throw new Overtaken()
    await stage(actor, id, judged.staged, judged.problems)
  })
}
