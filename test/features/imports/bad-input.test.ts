import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, send, upload } from './an-upload'
import { addsUp } from './report'
import { file, headings, pupil, upnOf } from './roll-files'
import { roll } from './the-roll'
import { toUtf16 } from './windows-1252'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(async () => {
  // Whatever came in here, nobody was put on the roll.
  expect(await roll(head)).toEqual([])
  await app.stop()
})

const bytes = (hex: string, more = '') => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(more)])
const good = file(headings, pupil(1, 'Fine'))

describe('a file of a type that is not taken is answered 415 at once, with what to do', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a ZIP file', bytes('504b0304140000000800', 'x'.repeat(100)), /ZIP/],
    ['a workbook', bytes('504b030414000600', '[Content_Types].xml'), /Excel/],
    ['an old workbook', bytes('d0cf11e0a1b11ae1', 'x'.repeat(600)), /Excel/],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), /PDF/],
    ['a PNG', bytes('89504e470d0a1a0a0000000d', 'IHDR'), /picture/],
    ['a JPEG', bytes('ffd8ffe000104a464946'), /picture/],
    ['a web page', Buffer.from('<!DOCTYPE html><html><table><tr><td>UPN</td></tr></table>'), /web page/],
    [
      'a table that calls itself a workbook',
      Buffer.from('\ufeff <table><tr><td>UPN</td></tr></table>'),
      /web page/,
    ],
    ['an XML file', Buffer.from('<?xml version="1.0"?><CTF><Pupil/></CTF>'), /XML/],
    ['a JSON file', Buffer.from('[{"upn": "x"}]'), /JSON/],
    ['a gzip archive', bytes('1f8b0800000000000003', 'x'.repeat(50)), /archive/],
    [
      'text with NUL bytes at its beginning',
      Buffer.from(good.replace('Fine', 'F\0i\0\0ne')),
      /not a text file/,
    ],
  ])('%s', async (_what, content, says) => {
    const [before] = await app.rows('SELECT COUNT(*) AS n FROM imports')
    const answer = await send(head, { name: 'roll.csv', content }, { consent_confirmed: 'on' })
    expect(answer.status).toBe(415)
    expect(answer.errors.join()).toMatch(says)
    expect(answer.one('[role="alert"] a').getAttribute('href')).toBe('#file')
    expect(answer.one('[name="consent_confirmed"]').hasAttribute('checked')).toBe(true)
    expect(await app.rows('SELECT COUNT(*) AS n FROM imports')).toEqual([before])
  })
})

describe('a file that cannot be read fails, says why and what to do, and leaves nothing behind', () => {
  const quote = `${file(headings, pupil(11, 'Before'))}"${upnOf(12)},Unclosed,Wren\r\n${file(pupil(13, 'After'))}`
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['of no bytes', '', 'FILE_EMPTY', /empty.*Export it again/],
    ['of white space', ' \r\n\r\n\t\r\n', 'FILE_EMPTY', /empty/],
    ['of a byte-order mark alone', Buffer.from('\ufeff'), 'FILE_EMPTY', /empty/],
    ['with headings alone', file(headings), 'NO_ROWS', /no pupils under them/],
    ['with headings and blank rows alone', `${file(headings)},,,,,,\r\n\r\n`, 'NO_ROWS', /no pupils/],
    ['without headings', 'a letter to the head\r\nwithout any table\r\n', 'HEADER_MISSING', /first line/],
    [
      'with NUL bytes far down',
      `${file(headings)}${good.repeat(200)}\0\0\0`,
      'FILE_BINARY',
      /not a text file/,
    ],
    ['with a quotation mark that is never closed', quote, 'QUOTE_NOT_CLOSED', /line 3.*Close or delete it/],
    [
      'with a cell that is far too long',
      file(headings, pupil(14, 'x'.repeat(10_001))),
      'CELL_TOO_LONG',
      /line 2.*10000.*Shorten/,
    ],
    [
      'with too many columns',
      file(
        Array.from({ length: 501 }, (_, at) => headings[at] ?? `c${at}`),
        pupil(15, 'Wide'),
      ),
      'COLUMNS_TOO_MANY',
      /500/,
    ],
    [
      'without a column of surnames',
      file(['UPN', 'Forename', 'DOB'], [upnOf(16), 'Amira', '17/03/2017']),
      'NAMES_MISSING',
      /Surname/,
    ],
  ])('%s', async (_what, content, rule, says) => {
    const one = await upload(head, content)
    const report = await one.settled()
    expect(report).toMatchObject({
      state: 'failed',
      error: { message: expect.stringMatching(says) as string },
      problems: { total: 0, items: [] },
    })
    expect(report.error?.rule).toBe(rule)
    const page = await one.page()
    expect(page.status).toBe(200)
    expect(page.words).toMatch(says)
    expect(page.words).toContain('Nothing on your roll was changed')
    expect(page.all('main form')).toEqual([])
    expect(await app.rows('SELECT line FROM staged_rows WHERE import_id = ?', [report.id])).toEqual([])
    expect(await app.rows('SELECT spool FROM imports WHERE id = ?', [report.id])).toEqual([{ spool: null }])
  })
})

describe('a bad row is refused by itself, with its line, column, value and what to do', () => {
  test('a date that does not exist, or is none', async () => {
    const dates = ['31/02/2017', '2017-13-01', 'last May', '17/03/2O17']
    const one = await preview(
      head,
      file(
        headings,
        ...dates.map((date, at) => pupil(20 + at, `Bell${at}`).with(3, date)),
        pupil(29, 'Fine'),
      ),
    )
    expect((await one.report()).counts).toMatchObject({ rows: 5, refused: 4, added: 1 })
    const problems = await one.problems()
    expect(problems.map(({ line, column, header, value }) => [line, column, header, value])).toEqual(
      dates.map((date, at) => [at + 2, 3, 'DOB', date]),
    )
    const page = await one.page('?severity=error')
    for (const { message } of problems) expect(page.words).toContain(message)
  })

  test('one UPN for two children refuses both, and each names the other', async () => {
    const content = file(headings, pupil(31, 'One'), pupil(32, 'Between'), pupil(31, 'Two', 'Wren'))
    const one = await preview(head, content)
    expect((await one.report()).counts).toMatchObject({ rows: 3, refused: 2, added: 1 })
    const [first, second, ...more] = await one.problems()
    expect(more).toEqual([])
    expect(first).toMatchObject({ line: 2, field: 'upn', value: upnOf(31), severity: 'error' })
    expect(second).toMatchObject({ line: 4, field: 'upn', value: upnOf(31), severity: 'error' })
    expect([first?.message, second?.message]).toEqual([
      expect.stringContaining('line 4'),
      expect.stringContaining('line 2'),
    ])
  })

  test('a row that is too short is filled up, one that is too long is refused, empty cells at its end are none', async () => {
    const one = await preview(
      head,
      `${file(headings)}${upnOf(41)},Short,Amira\r\n${file(pupil(42, 'Long').concat('more'))}${file(
        pupil(43, 'Commas'),
      ).trim()},,,,\r\n`,
    )
    expect((await one.report()).counts).toMatchObject({ rows: 3, added: 2, refused: 1 })
    expect((await one.problems()).filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        line: 3,
        column: null,
        field: null,
        severity: 'error',
        rule: 'ROW_EXTRA_CELLS',
      }),
    ])
  })

  test('a name in one cell that cannot be split still names its column and what stands there', async () => {
    const names = ['Bell, Amira', 'Cole, Wren', 'Cher']
    const one = await preview(head, file(['UPN', 'Name'], ...names.map((name, at) => [upnOf(46 + at), name])))
    expect((await one.report()).counts).toMatchObject({ rows: 3, added: 2, refused: 1 })
    const [problem] = (await one.problems()).filter(({ severity }) => severity === 'error')
    expect(problem).toMatchObject({ line: 4, column: 1, header: 'Name', value: 'Cher' })
  })
})

describe('what stands around the pupils is told apart from them', () => {
  test('thirty lines of titles above, a blank row, repeated headings, a total and a footer', async () => {
    const titles = Array.from({ length: 30 }, (_, at) => [`Report of Other Primary School, part ${at + 1}`])
    const pupils = (from: number) =>
      Array.from({ length: 6 }, (_, at) => pupil(from + at, `Bell${from + at}`))
    const rows = [...pupils(51), ['', ''], headings, ...pupils(61), ['Total', '12'], ['Page 1 of 1']]
    const one = await preview(head, file(...titles, [], headings, ...rows))
    const { counts } = await one.report()
    expect(counts).toMatchObject({ rows: 16, added: 12, ignored: 4, refused: 0 })
    expect(addsUp(counts)).toBe(true)
    expect(await one.problems()).toEqual([])
  })

  test.each<[string, string | Uint8Array, object]>([
    ['tabs', good.replaceAll(',', '\t'), { delimiter: '\t', encoding: 'utf-8' }],
    ['a declared separator', `sep=;\r\n${good.replaceAll(',', ';')}`, { delimiter: ';' }],
    ['UTF-16', toUtf16(good), { encoding: 'utf-16le' }],
    ['line ends of an old Mac', good.replaceAll('\r\n', '\r'), { delimiter: ',' }],
    ['a byte-order mark', Buffer.from(`\ufeff${good}`), { encoding: 'utf-8' }],
  ])('%s are no fault', async (_what, content, read) => {
    const one = await preview(head, content)
    expect(await one.report()).toMatchObject({ file: read, counts: { rows: 1, added: 1, refused: 0 } })
  })

  test('a file’s name is only shown, whatever it holds', async () => {
    const name = '<img src=x onerror=alert(1)> & "roll".csv'
    const one = await preview(head, { name, content: good })
    expect((await one.report()).file.name).toContain('<img')
    expect((await one.page()).all('img[onerror]')).toEqual([])
    expect((await head.get('/portal/pupils/imports')).all('img[onerror]')).toEqual([])
  })
})
