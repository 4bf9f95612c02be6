import { createReadStream } from 'node:fs'
import { findHeaderRow } from '../rules/header-row'
import { importLimits } from '../limits.table'
import { openCsv, type CsvRow } from './csv'
import type { Delimiter } from './delimiter'
import type { Encoding } from './encoding'
import { sniff, refusals, SNIFFED_BYTES } from './sniff'
import { UnreadableFile } from './unreadable-file'

/** An uploaded file as a table: its headings, a look at its first rows, and all rows under the headings, to be read once. */
export interface OpenedTable {
  encoding: Encoding
  delimiter: Delimiter
  headerLine: number
  headers: string[]
  /** First rows under the headings. */
  sample: CsvRow[]
  /** All rows under the headings, those of the sample too. May throw `UnreadableFile`. */
  rows: AsyncGenerator<CsvRow>
  /** How many records the file seems to have under the headings; a stray quotation mark can mislead it. */
  expected: number
}

export type NoTable = 'HEADER_MISSING' | 'NO_ROWS'

/** Opens a spooled file as a table. Throws `UnreadableFile`, and ENOENT where the file is gone; answers why it is no table. */
export async function openTable(path: string): Promise<OpenedTable | NoTable> {
  const counter = new RecordCounter()
  let opened = 0
  // The first opening reads all bytes for the encoding, so they are counted on the way.
  const open = () => (opened++ === 0 ? counter.watch(bytesOf(path)) : bytesOf(path))
  const { encoding, delimiter, rows } = await openCsv(open)
  const head = await take(rows, importLimits.sampleRows)
  const at = findHeaderRow(head.map(({ cells }) => cells)) ?? head.findIndex(({ cells }) => given(cells) > 1)
  const header = head[at]
  if (!header) return await refuse(rows, 'HEADER_MISSING')
  const sample = head.slice(at + 1)
  if (!sample.some(({ cells }) => given(cells) > 0)) return await refuse(rows, 'NO_ROWS')
  return {
    encoding,
    delimiter,
    headerLine: header.line,
    headers: header.cells,
    sample,
    rows: joined(sample, rows),
    expected: Math.max(1, counter.records - at - 1),
  }
}

/** Small, because all rows of a chunk are held at once. */
const CHUNK_BYTES = 16 * 1024

const given = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** Opened when the first byte is asked for, so that nothing stays open if none ever is. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const chunk of createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
  }) as AsyncIterable<Uint8Array>) {
    if (first) {
      const kind = sniff(chunk.subarray(0, SNIFFED_BYTES))
      if (kind !== 'text') throw new UnreadableFile(refusals[kind].rule, refusals[kind].message)
    }
    first = false
    yield chunk
  }
  if (first) throw new UnreadableFile(refusals.empty.rule, refusals.empty.message)
}

async function take(rows: AsyncGenerator<CsvRow>, most: number): Promise<CsvRow[]> {
  const taken: CsvRow[] = []
  while (taken.length < most) {
    const next = await rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

async function refuse(rows: AsyncGenerator<CsvRow>, why: NoTable): Promise<NoTable> {
  await rows.return(undefined)
  return why
}

async function* joined(first: readonly CsvRow[], rest: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  yield* first
  yield* rest
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/** Counts line ends outside quotes, by bytes: for the figures of the progress page alone. */
class RecordCounter {
  #outside = 0
  #all = 0
  #quoted = false
  #last = LF

  /** Where the quotes do not pair off, one of them is a stray, and every line counts. */
  get records(): number {
    return this.#quoted ? this.#all : this.#outside
  }

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      for (const byte of chunk) {
        // The line end of an old Mac is CR alone; LF after CR ends no second line.
        if (byte === QUOTE) this.#quoted = !this.#quoted
        else if (byte === CR || (byte === LF && this.#last !== CR)) this.#count()
        this.#last = byte
      }
      yield chunk
    }
    if (this.#last !== LF && this.#last !== CR) this.#count()
  }

  #count(): void {
    this.#all += 1
    if (!this.#quoted) this.#outside += 1
  }
}
