import { expect, test } from 'vitest'
import { csvCell, csvLine, withGuard, withoutGuard } from '../../../app/values/csv-text'

test.each([
  '=1+1',
  '+44',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0',
  '＝1+1',
  '＠SUM(A1)',
  "'=1",
  "''@x",
])('%j cannot run as a formula and loses nothing', (text) => {
  expect(withGuard(text)).toBe(`'${text}`)
  expect(withoutGuard(withGuard(text))).toBe(text)
})

test.each(["'Tis", "O'Connor", "'", "''", '', '3=4', ' =1'])('%j is left alone', (text) => {
  expect(withGuard(text)).toBe(text)
  expect(withoutGuard(text)).toBe(text)
})

test.each(['a;=1+1', 'a\t=1+1'])('%j is one cell also for who splits elsewhere', (text) => {
  expect(csvCell(text)).toBe(`"${text}"`)
})

test('quotes where they must stand', () => {
  expect([
    csvCell('3, Oak'),
    csvCell('say "no"'),
    csvCell('a\r\nb'),
    csvCell(' x'),
    csvCell(null),
    csvCell(96.3),
  ]).toEqual(['"3, Oak"', '"say ""no"""', '"a\r\nb"', '" x"', '', '96.3'])
  expect(csvLine(['a', null, 1])).toBe('a,,1\r\n')
  expect(csvLine([''])).toBe('""\r\n')
})
