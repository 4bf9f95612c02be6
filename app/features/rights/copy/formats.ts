import type { CopiedTable } from '../../../privacy/copy.server'
import { csvLine, UTF8_MARK, type CsvValue } from '../../../values/csv-text'
import type { AboutCopy } from './about-copy'

type Parts = AsyncGenerator<string, void>

/** data.json: what was said about the copy, then each table with what it is for and the person's rows of it. */
export async function* jsonParts(about: AboutCopy, tables: readonly CopiedTable[]): Parts {
  yield `${opened(about)},"tables":[`
  for (const [place, { rows, ...table }] of tables.entries()) {
    yield `${place === 0 ? '' : ','}\n${opened(table)},"rows":[`
    let first = true
    for await (const batch of rows()) {
      yield (first ? '\n' : ',\n') + batch.map((row) => JSON.stringify(row)).join(',\n')
      first = false
    }
    yield ']}'
  }
  yield '\n]}\n'
}

/** An object's JSON without the brace that closes it. */
const opened = (value: object) => JSON.stringify(value).slice(0, -1)

/** One table as CSV, its columns by their names; what begins like a formula is made safe. */
export async function* csvParts({ columns, rows }: CopiedTable): Parts {
  yield UTF8_MARK + csvLine(columns.map(({ name }) => name))
  for await (const batch of rows())
    yield batch.map((row) => csvLine(columns.map(({ name }) => cell(row[name])))).join('')
}

function cell(value: unknown): CsvValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}
