import type { ImportRow } from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import type { Column } from '../columns'
import { headerOf } from '../rules/columns-kept'
import { recordReading } from './record-reading.server'
import { countProblems, problemPage } from './queries.server'
import { noCounts } from '../rules'

const AT_ONCE = 500

/** An upload as other programs read it; every name of it is fixed. `after` is the `next` of a former answer. */
export async function importReport(actor: SchoolActor, imported: ImportRow, after: string | null) {
  const columns = (imported.columns ?? []) as Column[]
  const bySeverity = await countProblems(actor, imported.id)
  const { items, next } = await problemPage(actor, imported.id, { after, limit: AT_ONCE })
  await recordReading(actor, imported, { problems: items.length })
  return {
    id: imported.id,
    state: imported.state,
    error: imported.error,
    progress: { done: imported.progressDone, total: imported.progressTotal },
    file: {
      name: imported.fileName,
      format: imported.format,
      encoding: imported.encoding,
      delimiter: imported.delimiter,
    },
    columns: columns.map(({ index, header, field }) => ({
      index,
      header,
      field: field === 'ignore' ? null : field,
    })),
    counts: { ...noCounts(), ...imported.counts },
    problems: {
      total: bySeverity.error + bySeverity.warning + bySeverity.info,
      next,
      items: items.map(({ line, columnIndex, field, value, severity, rule, message }) => ({
        line,
        column: columnIndex,
        header: headerOf(columns, columnIndex),
        field,
        value,
        severity,
        rule,
        message,
      })),
    },
  }
}
