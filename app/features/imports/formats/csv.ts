import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { withoutGuard } from '../../../values/csv-text'
import { detectDelimiter, type Delimiter } from './delimiter'
import { decode, detectEncoding, type Encoding } from './encoding'
import { UnreadableFile, type FileRule } from './unreadable-file'

export interface CsvRow {
  /** The line on which the record begins, counted from 1. A record with line ends inside quotes spans several. */
  line: number
  cells: string[]
}

export interface CsvLimits {
  /** Bytes of one record, in UTF-8. A quote that is never closed makes one record of the rest of the file. */
  recordBytes: number
  cellCharacters: number
  columns: number
  /** Records, with titles and header. */
  rows: number
}

/** Far above any school's export; the widest seen has 135 columns. */
export const CSV_LIMITS: CsvLimits = {
  recordBytes: 1_000_000,
  cellCharacters: 10_000,
  columns: 500,
  rows: 250_000,
}

/** Characters of the beginning in which the separator is looked for. */
const HEAD = 65_536

export interface OpenedCsv {
  encoding: Encoding
  delimiter: Delimiter
  /** All records from the first line on, titles and blank lines too. May throw `UnreadableFile`. */
  rows: AsyncGenerator<CsvRow>
}

/**
 * Opens delimited text of any of the encodings and separators that schools' systems write. `open` starts the file's bytes anew each time:
 * once to find the encoding, once for the separator, once for the rows. Memory does not grow with the file.
 */
export async function openCsv(
  open: () => AsyncIterable<Uint8Array>,
  limits = CSV_LIMITS,
): Promise<OpenedCsv> {
  const encoding = await detectEncoding(open())
  const delimiter = detectDelimiter(await beginning(decode(open(), encoding)))
  return { encoding, delimiter, rows: readRows(decode(open(), encoding), delimiter, limits) }
}

async function beginning(text: AsyncIterable<string>): Promise<string> {
  let head = ''
  for await (const chunk of text) {
    head += chunk
    if (head.length >= HEAD) break
  }
  return head.slice(0, HEAD)
}

/** Streams the records of a text. Stray quotes in unquoted cells are kept as they are. */
export async function* readRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  limits: CsvLimits,
): AsyncGenerator<CsvRow> {
  const place = { line: 1, rows: 0 }
  const lines: number[] = []
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.recordBytes,
    // Lines are counted here and not in the loop below, for a fault drops the records that are still on their way there.
    on_record: (record: string[]) => {
      checkLimits(record, place.line, ++place.rows, limits)
      lines.push(place.line)
      place.line += 1 + lineEnds(record)
      return record
    },
  })
  // Whatever ends the pipeline is thrown by the loop.
  pipeline(Readable.from(text), parser, () => undefined)
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const line = lines.shift() ?? place.line
      const declaresDelimiter = line === 1 && /^sep=/i.test(record[0] ?? '')
      if (!declaresDelimiter) yield { line, cells: record.map(withoutGuard) }
    }
  } catch (fault) {
    throw fault instanceof CsvError ? inWords(fault, place.line) : fault
  }
}

/** The parser counts CR LF inside quotes as two lines, so they are counted here. */
function lineEnds(record: readonly string[]): number {
  let count = 0
  for (const cell of record)
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\r|\n/).length - 1
  return count
}

function checkLimits(cells: readonly string[], line: number, rows: number, limits: CsvLimits): void {
  const { columns, cellCharacters } = limits
  const refuse = (rule: FileRule, message: string) => {
    throw new UnreadableFile(rule, message, line)
  }
  if (rows > limits.rows)
    refuse('ROWS_TOO_MANY', `The file has more than ${limits.rows} lines. Split it into several files.`)
  if (cells.length > columns)
    refuse(
      'COLUMNS_TOO_MANY',
      `Line ${line} has more than ${columns} cells. Export only the columns that are needed.`,
    )
  if (cells.some((cell) => cell.length > cellCharacters))
    refuse('CELL_TOO_LONG', `A cell in line ${line} is longer than ${cellCharacters} characters. Shorten it.`)
}

function inWords(fault: CsvError, line: number): UnreadableFile {
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED')
    return new UnreadableFile(
      'QUOTE_NOT_CLOSED',
      `A quotation mark in the record that begins on line ${line} is never closed. Close or delete it and upload the file again.`,
      line,
    )
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile(
      'RECORD_TOO_LONG',
      `The record that begins on line ${line} does not end. Probably a quotation mark there is not closed: close or delete it.`,
      line,
    )
  return new UnreadableFile(
    'CSV_DAMAGED',
    `Line ${line} cannot be read as a line of a CSV file. Look at its quotation marks.`,
    line,
  )
}
