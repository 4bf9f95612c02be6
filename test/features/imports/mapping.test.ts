import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Page } from '../../support/visit/page'
import type { Visitor } from '../../support/visitor'
import { filesHolding } from '../promises/files-of'
import { tablesHolding } from '../promises/whole-database'
import { preview, upload } from './an-upload'
import { file, headings, pupil, upnOf } from './roll-files'
import { pupilNamed } from './the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

/** Two headings that are known, one that only resembles a known one, one that means nothing to us. */
const unsure = ['UPN', 'Surname', 'Forename', 'Class name in September', 'Zodiac'] as const
const rowOf = (number: number, surname: string, reg = '4B', zodiac = 'Aquarius') => [
  upnOf(number),
  surname,
  'Amira',
  reg,
  zodiac,
]

const chosenIn = (page: Page, column: number): string | undefined =>
  page
    .one(`select[name="column.${column}"]`)
    .querySelectorAll('option')
    .find((option) => option.hasAttribute('selected'))
    ?.getAttribute('value')

/** What the page lists as left out. */
const notImported = (page: Page): string =>
  page
    .all('dt')
    .filter((term) => term.textContent.trim() === 'Not imported')
    .map((term) => term.nextElementSibling?.textContent ?? '')
    .join()

describe('a column that is not sure', () => {
  test('is asked about, with what it may be and its first values; nothing is checked meanwhile', async () => {
    const one = await upload(head, file(unsure, rowOf(401, 'Asked', '4Oak')))
    const report = await one.settled()
    expect(report).toMatchObject({
      state: 'mapping',
      error: null,
      counts: { rows: 0 },
      problems: { total: 0 },
    })
    const page = await one.page()
    expect(page.status).toBe(200)
    expect(page.all('select').map((select) => select.getAttribute('name'))).toEqual(
      expect.arrayContaining(unsure.map((_, index) => `column.${index}`)),
    )
    expect(chosenIn(page, 3)).toBe('class_group')
    expect(page.one('label[for="column.3"]').textContent).toContain('Class name in September')
    expect(page.words).toContain('4Oak')
    // What is not sure stands first.
    expect(page.all('main select')[0]?.getAttribute('name')).toBe('column.3')
  })

  test('is taken as the person says, and the rows are checked by it', async () => {
    const one = await upload(head, file(unsure, rowOf(402, 'Mapped', '4Elm')))
    await one.settled()
    const answer = await one.press('map', { 'column.3': 'class_group', 'column.4': 'ignore' })
    expect([answer.status, answer.location]).toEqual([303, one.address])
    const report = await one.settled()
    expect(report).toMatchObject({ state: 'preview', counts: { rows: 1, added: 1 } })
    expect(report.columns.map(({ field }) => field)).toEqual([
      'upn',
      'last_name',
      'first_name',
      'class_group',
      null,
    ])
    await one.commit()
    expect(await pupilNamed(head, 'Mapped')).toMatchObject({ class_group: '4Elm' })
  })

  test('may be left out: then nothing of it is on the roll', async () => {
    const one = await upload(head, file(unsure, rowOf(403, 'Leftout', '4Yew')))
    await one.settled()
    await one.press('map', { 'column.3': 'ignore' })
    expect(await one.settled()).toMatchObject({ state: 'preview' })
    expect(notImported(await one.page())).toContain('Class name in September')
    await one.commit()
    expect(await pupilNamed(head, 'Leftout')).toMatchObject({ class_group: null })
    expect(await tablesHolding(app, '4Yew')).toEqual([])
  })

  test('is asked about too where two columns could be the same field, and where the values do not fit the heading', async () => {
    const twice = await upload(
      head,
      file(['UPN', 'Surname', 'Forename', 'Class', 'Tutor Group'], [upnOf(404), 'A', 'B', '4A', '4X']),
    )
    expect(await twice.settled()).toMatchObject({ state: 'mapping' })
    expect((await twice.page()).words).toContain('Several columns could be this')

    const colours = ['red', 'green', 'blue', 'red', 'blue', 'green']
    const wrong = await upload(
      head,
      file(
        ['UPN', 'Surname', 'Forename', 'DOB'],
        ...colours.map((colour, at) => [upnOf(410 + at), 'Bell', `Amira${at}`, colour]),
      ),
    )
    expect(await wrong.settled()).toMatchObject({ state: 'mapping' })
    expect((await wrong.page()).words).toMatch(/Only 0 of the first 6 values look like dates/)
  })

  test('that holds the names is asked for where no heading tells them', async () => {
    const one = await upload(head, file(['UPN', 'Alpha', 'Beta'], [upnOf(420), 'Lastly', 'Firstly']))
    const report = await one.settled()
    expect(report.state).toBe('mapping')
    const nothingSaid = await one.press('map', { 'column.1': 'ignore', 'column.2': 'ignore' })
    expect(nothingSaid.status).toBe(422)
    expect(nothingSaid.errors.join()).toMatch(/last name.*first name/)
    await one.press('map', { 'column.1': 'last_name', 'column.2': 'first_name' })
    expect(await one.settled()).toMatchObject({ state: 'preview', counts: { added: 1 } })
    expect((await one.page()).words).toContain('Firstly Lastly')
  })
})

describe('a mapping that cannot be', () => {
  test('one field for two columns is refused beside the second of them; what was chosen stays chosen', async () => {
    const one = await upload(head, file(unsure, rowOf(431, 'Twice')))
    await one.settled()
    const answer = await one.press('map', { 'column.3': 'upn', 'column.4': 'class_group' })
    expect(answer.status).toBe(422)
    const [link] = answer.all('[role="alert"] a')
    expect(link?.getAttribute('href')).toBe('#column.3')
    const field = answer.one('select[name="column.3"]')
    expect(field.getAttribute('id')).toBe('column.3')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect([chosenIn(answer, 3), chosenIn(answer, 4)]).toEqual(['upn', 'class_group'])
    expect(await one.report()).toMatchObject({ state: 'mapping' })
  })

  test('a field that does not exist is refused, and changes nothing', async () => {
    const one = await upload(head, file(unsure, rowOf(432, 'Unknown')))
    const before = await one.settled()
    await one.page()
    const answer = await head.post(
      one.address,
      { intent: 'map', 'column.3': 'school_id', 'column.4': 'ignore' },
      { follow: false },
    )
    expect(answer.status).toBe(422)
    expect(await one.report()).toEqual(before)
  })
})

test('in the preview the columns can be matched differently, and the rows are checked anew', async () => {
  const one = await preview(head, file(headings, pupil(441, 'Again')))
  await one.press('map', { 'column.6': 'ignore' })
  const report = await one.settled()
  expect(report).toMatchObject({ state: 'preview', counts: { rows: 1, added: 1 } })
  expect(report.columns[6]).toEqual({ index: 6, header: 'Reg', field: null })
  await one.press('map', { 'column.6': 'class_group', 'column.5': 'ignore' })
  expect((await one.settled()).columns.slice(5)).toEqual([
    { index: 5, header: 'Year', field: null },
    { index: 6, header: 'Reg', field: 'class_group' },
  ])
  await one.commit()
  expect(await pupilNamed(head, 'Again')).toMatchObject({ class_group: '4B', year_group: null })
})

test('a column that is no field of ours is named as not imported, and nothing of its cells is ever stored', async () => {
  const private_ = ['Religion', 'Postcode', 'Zodiac', ''] as const
  const marker = 'Xanthippean'
  const one = await upload(
    head,
    file(
      [...headings.slice(0, 6), 'Class name in September', ...private_],
      // A refused row, one with a warning and a faultless one: a problem's note must not hold its neighbours' cells.
      [...pupil(451, ''), ...private_.map(() => marker)],
      [...pupil(452, 'Olde').with(5, '2'), ...private_.map(() => marker)],
      [...pupil(453, 'Private'), ...private_.map(() => marker)],
    ),
  )
  expect(await one.settled()).toMatchObject({ state: 'mapping' })
  expect(await tablesHolding(app, marker)).toEqual([])

  await one.press('map', { 'column.6': 'ignore' })
  expect(await one.settled()).toMatchObject({ state: 'preview', counts: { rows: 3, added: 2, refused: 1 } })
  const left = notImported(await one.page())
  for (const header of private_.slice(0, 3)) expect(left).toContain(header)
  expect(left).toContain('Column 11')
  expect(await tablesHolding(app, marker)).toEqual([])

  await one.commit()
  expect(await tablesHolding(app, marker)).toEqual([])
  // The file itself is gone with the commit, and the database's own bytes never held it.
  await expect.poll(() => filesHolding(app, marker), { timeout: 5000 }).toEqual([])
})
