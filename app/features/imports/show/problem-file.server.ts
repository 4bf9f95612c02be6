import type { ImportProblemRow, ImportRow } from '../../../../db/tables/imports'
import { record } from '../../../server/audit.server'
import type { SchoolActor } from '../../../server/actor'
import type { Column } from '../columns'
import { csvLine, UTF8_MARK } from '../../../values/csv-text'
import { openTable, type OpenedTable } from '../formats/open-table.server'
import { headerOf, mayBeSpecial } from '../rules/columns-kept'
import { spoolPath } from '../import-row.server'
import { problemPage } from './queries.server'

const AT_ONCE = 1000

/**
 * The school's own file, with the rows that need a look and what to do about each; read anew from the uploaded file, so that no cell is kept
 * for it. Null once the file is gone.
 */
export async function problemFile(
  actor: SchoolActor,
  imported: ImportRow,
): Promise<ReadableStream<Uint8Array> | null> {
  if (imported.spool === null) return null
  const table = await openTable(spoolPath(actor.services, imported.spool)).catch(() => null)
  if (table === null || typeof table === 'string') return null
  await record(actor, 'imports.problems-exported', { subject: { kind: 'import', id: imported.id } })
  const lines = linesOf(actor, imported, table)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}

async function* linesOf(actor: SchoolActor, imported: ImportRow, table: OpenedTable): AsyncGenerator<string> {
  const columns = (imported.columns ?? []) as Column[]
  // Special values of pupils without a guardian's consent are not exported, not even back to who sent them: nobody noted who has it.
  const blank = imported.consentConfirmed ? new Set<number>() : specialColumns(columns, table)
  yield UTF8_MARK + csvLine([...table.headers, 'Line', 'What to do'])
  const problems = problemsByLine(actor, imported.id)
  try {
    let next = await problems.next()
    for await (const { line, cells } of table.rows) {
      if (next.done) return
      if (line !== next.value.line) continue
      const own = Array.from(table.headers, (_, index) => (blank.has(index) ? '' : (cells[index] ?? '')))
      yield csvLine([...own, line, whatToDo(next.value.problems, columns)])
      next = await problems.next()
    }
  } finally {
    await table.rows.return(undefined)
    await problems.return(undefined)
  }
}

function specialColumns(columns: readonly Column[], table: OpenedTable): Set<number> {
  const valuesOf = (index: number) =>
    table.sample.map(({ cells }) => (cells[index] ?? '').trim()).filter((value) => value !== '')
  const special = columns.filter((column) => mayBeSpecial(column, valuesOf(column.index)))
  return new Set(special.map(({ index }) => index))
}

interface LineProblems {
  line: number
  problems: ImportProblemRow[]
}

/** Errors and warnings, those of one line together. */
async function* problemsByLine(
  actor: SchoolActor,
  importId: string,
): AsyncGenerator<LineProblems, undefined> {
  let after: string | null = null
  let current = null as LineProblems | null
  do {
    const page = await problemPage(actor, importId, { after, limit: AT_ONCE })
    for (const problem of page.items.filter(({ severity }) => severity !== 'info')) {
      if (current?.line === problem.line) current.problems.push(problem)
      else {
        if (current) yield current
        current = { line: problem.line, problems: [problem] }
      }
    }
    after = page.next
  } while (after !== null)
  if (current) yield current
}

function whatToDo(problems: readonly ImportProblemRow[], columns: readonly Column[]): string {
  return problems
    .map(({ columnIndex, message, severity }) => {
      const header = columnIndex === null ? '' : `${headerOf(columns, columnIndex)?.trim() ?? ''}: `
      return `${severity === 'error' ? 'Not taken. ' : ''}${header}${message}`
    })
    .join(' | ')
}
