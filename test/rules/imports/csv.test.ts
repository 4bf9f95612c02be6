import { describe, expect, test } from 'vitest'
import { CSV_LIMITS, openCsv, readRows, type CsvRow } from '../../../app/features/imports/formats/csv'
import { decode } from '../../../app/features/imports/formats/encoding'
import { detectDelimiter } from '../../../app/features/imports/formats/delimiter'
import { UnreadableFile } from '../../../app/features/imports/formats/unreadable-file'

/** A file in chunks of so many bytes. */
const inChunks = (bytes: Uint8Array, size: number) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
  }

async function read(text: string | Uint8Array, limits = {}, size = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const { rows, ...opened } = await openCsv(inChunks(bytes, size), { ...CSV_LIMITS, ...limits })
  const all: CsvRow[] = []
  for await (const row of rows) all.push(row)
  return { ...opened, rows: all.map(({ line, cells }) => [line, ...cells]) }
}

const fault = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (thrown: unknown) =>
      thrown instanceof UnreadableFile
        ? { rule: thrown.rule, line: thrown.line, says: thrown.message }
        : thrown,
  )

describe('records', () => {
  test.each<[string, string, (string | number)[][]]>([
    [
      'CR LF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'LF, no line end at the end',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\n1,2\r\n3,4',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'line ends inside quotes',
      'a,b\r\n"x\r\ny\nz",1\r\nlast,2',
      [
        [1, 'a', 'b'],
        [2, 'x\r\ny\nz', '1'],
        [5, 'last', '2'],
      ],
    ],
    [
      'blank lines',
      'a,b\r\n\r\n1,2',
      [
        [1, 'a', 'b'],
        [2, ''],
        [3, '1', '2'],
      ],
    ],
    ['doubled quotes', 'a,"say ""no"""', [[1, 'a', 'say "no"']]],
    [
      'stray quotes',
      'a,Robert "Bobby" B\n1,2',
      [
        [1, 'a', 'Robert "Bobby" B'],
        [2, '1', '2'],
      ],
    ],
    [
      'ragged rows',
      'a,b\n1\n1,2,3',
      [
        [1, 'a', 'b'],
        [2, '1'],
        [3, '1', '2', '3'],
      ],
    ],
    [
      'our own guard taken off',
      "a,'=1+1\n'Tis,''=x",
      [
        [1, 'a', '=1+1'],
        [2, "'Tis", "'=x"],
      ],
    ],
    ['a declared separator', 'sep=;\r\na;b,c;d', [[2, 'a', 'b,c', 'd']]],
    ['a mark in front', '\ufeffa,b', [[1, 'a', 'b']]],
  ])('%s', async (_, text, rows) => {
    for (const size of [1, 3, 4096]) expect((await read(text, {}, size)).rows).toEqual(rows)
  })
})

describe('files that cannot be read', () => {
  test('a quote that is never closed names the line on which its record begins', async () => {
    expect(await fault(read('a,b\n"x\ny",1\nlast,"2\n3,4\n'))).toMatchObject({
      rule: 'QUOTE_NOT_CLOSED',
      line: 4,
    })
  })

  test('a hundred megabytes of one quoted cell are not kept', async () => {
    const line = new TextEncoder().encode(`${'x'.repeat(1023)}\n`)
    let sent = 0
    async function* endless() {
      yield new TextEncoder().encode('a,b\n1,2\n3,"')
      for (; sent < 100_000; sent++) yield await Promise.resolve(line)
    }
    const reading = async () => {
      for await (const row of readRows(decode(endless(), 'utf-8'), ',', CSV_LIMITS))
        expect(row.line).toBeLessThan(3)
    }
    expect(await fault(reading())).toMatchObject({ rule: 'RECORD_TOO_LONG', line: 3 })
    expect(sent).toBeLessThan(3000)
  })

  test.each([
    ['a,b,c', { columns: 2 }, 'COLUMNS_TOO_MANY', 1],
    ['a\nb\nc', { rows: 2 }, 'ROWS_TOO_MANY', 3],
    ['a\nbbbb', { cellCharacters: 3 }, 'CELL_TOO_LONG', 2],
    ['a,b\n1,\u0000', {}, 'FILE_BINARY', null],
  ])('%j within %j: %s', async (text, limits, rule, line) => {
    const found = await fault(read(text, limits))
    expect(found).toMatchObject({ rule, line })
    expect((found as { says: string }).says).toMatch(/\.$/)
  })
})

describe('the separator', () => {
  test.each<[string, string, string?]>([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1;2;3', ';'],
    ['a\tb\tc\n1\t2\t3', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['Name;Attendance;Year\nSmith, Jane;96,3;6\nJones, Tom;92,1;6', ';', 'decimal commas and names'],
    ['UPN,Name,Need\n1,"Smith; Jane",MLD;SLCN\n2,"Jones; Tom",MLD;SLCN', ',', 'needs joined by semicolons'],
    ['Hill Street Primary\nPrinted 24 November\n\na;b;c\n1;2;3', ';', 'titles above'],
    ['"a;b;c;d",x\n"e;f;g;h",y', ',', 'separators inside quotes do not count'],
    ['UPN', ',', 'one column'],
    ['', ',', 'nothing'],
    ['sep=|\r\na,b', '|', 'declared'],
  ])('%j is cut by %j', (head, delimiter) => expect(detectDelimiter(head)).toBe(delimiter))
})
