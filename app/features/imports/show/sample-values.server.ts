import type { ImportRow } from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import type { Column } from '../columns'
import { openTable } from '../formats/open-table.server'
import { spoolPath } from '../import-row.server'
import { importLimits } from '../limits.table'
import { mayBeSpecial } from '../rules/columns-kept'

/**
 * The first values of each column, for telling what it is; none of a column that may hold special values, unless consent was attested. They
 * are read from the file each time: values of columns that nobody imports are never stored.
 */
export async function sampleValues(actor: SchoolActor, imported: ImportRow): Promise<string[][]> {
  if (imported.spool === null) return []
  const table = await openTable(spoolPath(actor.services, imported.spool)).catch(() => null)
  if (table === null || typeof table === 'string') return []
  await table.rows.return(undefined)
  const columns = (imported.columns ?? []) as Column[]
  return table.headers.map((header, index) => {
    const values = table.sample
      .map(({ cells }) => (cells[index] ?? '').trim())
      .filter((value) => value !== '')
    const column = columns.find((one) => one.index === index) ?? { index, header, field: null, sure: true }
    if (!imported.consentConfirmed && mayBeSpecial(column, values)) return []
    return [...new Set(values)]
      .slice(0, importLimits.shownValues)
      .map((value) => (value.length > 40 ? `${value.slice(0, 39)}…` : value))
  })
}
