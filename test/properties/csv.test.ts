import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CSV_LIMITS, openCsv } from '../../app/features/imports/formats/csv'
import { csvLine, UTF8_MARK } from '../../app/values/csv-text'

const inChunks = (bytes: Uint8Array, size: number) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
  }

async function read(
  bytes: Uint8Array,
  size: number,
): Promise<{ encoding: string; delimiter: string; cells: string[][] }> {
  const { rows, encoding, delimiter } = await openCsv(inChunks(bytes, size), CSV_LIMITS)
  const cells: string[][] = []
  for await (const row of rows) cells.push(row.cells)
  return { encoding, delimiter, cells }
}

/** Whatever may stand in a cell of a text file: a zero byte would make it none, and a byte-order mark belongs to the file. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', '\t', '\r', '\n', ',', ';', '|', ' ', 'a', 'é'),
    maxLength: 6,
  }),
)
const clean = cell.map((text) => text.replace(/[\0\ufeff\ud800-\udfff]/gu, ''))
const table = (cells: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    )
/** A header that makes the separator plain, as every real file has one. */
const headed = (rows: string[][], separator = ',') =>
  [
    Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) => `Column ${at}`),
    ...rows,
  ].map((row) => [...row, separator])

test('what is written is read back, cell for cell, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      table(clean),
      fc.boolean(),
      fc.integer({ min: 1, max: 64 }),
      async (rows, mark, size) => {
        const all = headed(rows, 'end')
        const bytes = new TextEncoder().encode((mark ? UTF8_MARK : '') + all.map(csvLine).join(''))
        expect((await read(bytes, size)).cells).toEqual(all)
      },
    ),
    { numRuns: 200 },
  )
})

test('no cell of a written file begins as a formula', () => {
  fc.assert(
    fc.property(clean, (text) => {
      expect(csvLine([text, ''])).not.toMatch(/^"?[=+\-@\t\r\n]/)
    }),
  )
})

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcXYZ 123éèñöüßÅØ’–Žš')),
  minLength: 1,
  maxLength: 10,
})

/** Windows-1252 puts these where ISO-8859-1 has control characters. */
const HIGH: Record<string, number> = { '’': 0x92, '–': 0x96, Ž: 0x8e, š: 0x9a }
const encoders: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Uint8Array.from(text, (sign) => HIGH[sign] ?? sign.charCodeAt(0)),
}

test('names survive every encoding, separator and size of chunk', async () => {
  await fc.assert(
    fc.asyncProperty(
      table(letters),
      fc.constantFrom(...Object.keys(encoders)),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 600, max: 5000 }),
      async (rows, name, delimiter, size) => {
        const all = headed(rows, 'Zoë')
        const text = all.map((row) => row.join(delimiter)).join('\r\n')
        const result = await read(encoders[name]?.(text) ?? new Uint8Array(), size)
        expect(result).toEqual({ encoding: name.split(' ')[0], delimiter, cells: all })
      },
    ),
    { numRuns: 200 },
  )
})
