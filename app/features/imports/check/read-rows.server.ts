import { londonDate } from '../../../values/date-words'
import { confirmedOrder, dateOrder } from '../../../values/date-order'
import type { DateOrder } from '../../../values/date-text'
import type { SchoolActor } from '../../../server/actor'
import { noValues, type SourceField } from '../../pupils/rules/fields'
import { readPupil } from '../../pupils/rules/read-pupil'
import type { ReadContext } from '../../pupils/rules/reading'
import type { Column } from '../columns'
import type { CsvRow } from '../formats/csv'
import type { OpenedTable } from '../formats/open-table.server'
import { notAPupil, rowReader } from '../rules/file-rows'
import type { ReadRow } from './judge-rows.server'

const DATES: readonly SourceField[] = ['date_of_birth', 'entry_date', 'left_on', 'leaving_date']

/** Makes the function that reads one row of a table into a pupil's values; null for a row that is no pupil. */
export function pupilReader(
  actor: SchoolActor,
  columns: readonly Column[],
  sample: OpenedTable['sample'],
): (row: CsvRow) => ReadRow | null {
  const isNone = notAPupil(columns)
  const cellsOf = rowReader(columns)
  const context = contextOf(actor, columns, sample)
  return ({ line, cells: row }) => {
    if (isNone(row) !== null) return null
    const { cells, problems } = cellsOf(row)
    // In a row with too many cells nobody knows which value stands under which heading: none of them is read.
    if (problems.length > 0)
      return { line, reading: { values: noValues(), problems, formerUpn: null, localId: null } }
    return { line, reading: readPupil(cells, context) }
  }
}

/** Whoever confirmed the columns has confirmed how their dates stand too: the order is the one that the first values prove. */
function contextOf(
  actor: SchoolActor,
  columns: readonly Column[],
  sample: OpenedTable['sample'],
): ReadContext {
  const orders = columns.flatMap(({ index, field }): [SourceField, DateOrder][] =>
    field !== null && field !== 'ignore' && DATES.includes(field)
      ? [[field, confirmedOrder(dateOrder(sample.map(({ cells }) => cells[index] ?? '')))]]
      : [],
  )
  return {
    today: londonDate(actor.at),
    dfeNumber: actor.school.dfeNumber,
    dateOrder: Object.fromEntries(orders),
  }
}
