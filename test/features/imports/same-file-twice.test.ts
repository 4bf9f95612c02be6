import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, save } from './an-upload'
import { addsUp } from './report'
import { file, headings, pupil, upnOf } from './roll-files'
import { expectations, sims } from './sims-sample'
import { entries, pupilNamed, roll, versions } from './the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: `${expectations.reference_date}T09:00:00Z` })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

/** The columns that only match, with one that shows what was changed. */
const matching = ['Adno', 'UPN', 'Former UPN', 'Surname', 'Forename', 'DOB', 'Reg']
const row = (adno: string, upn: string, former: string, surname: string, born: string, reg: string) => [
  adno,
  upn,
  former,
  surname,
  'Wren',
  born,
  reg,
]

test('the same file a second time finds everybody unchanged, and saving it changes nothing', async () => {
  await save(head, sims, { consent_confirmed: 'on' })
  const [before, stamps] = [await roll(head), await versions(app)]
  expect(before.length).toBeGreaterThan(15)

  const again = await preview(head, sims, { consent_confirmed: 'on' })
  const { counts } = await again.report()
  expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: before.length, not_in_file: 0 })
  expect(addsUp(counts)).toBe(true)
  expect((await again.page()).words).toContain('nothing to save')

  await again.commit()
  expect(await roll(head)).toEqual(before)
  expect(await versions(app)).toEqual(stamps)
  const [entry, ...more] = await entries(app, 'imports.committed', (await again.report()).id)
  expect(more).toEqual([])
  expect(JSON.parse(String(entry?.['counts']))).toMatchObject({ added: 0, changed: 0, leavers: 0 })
})

test('what changes is shown field by field, from what to what, before it is saved; and nothing else is written', async () => {
  await save(head, file(headings, pupil(101, 'Ashby'), pupil(102, 'Birch'), pupil(103, 'Cole')))
  const untouched = await pupilNamed(head, 'Cole')
  const changed = pupil(101, 'Ashby').with(5, '5').with(6, '5A')
  const one = await preview(
    head,
    file(headings, changed, pupil(102, 'Birch', 'Amirah'), pupil(103, 'Cole'), pupil(104, 'Dunn')),
  )
  expect((await one.report()).counts).toMatchObject({ rows: 4, added: 1, changed: 2, unchanged: 1 })

  const page = await one.page('?rows=changed')
  const said = page.all('#pupils li').map((item) => item.textContent.replace(/\s+/g, ' ').trim())
  expect(said).toHaveLength(3)
  expect(said[0]).toMatch(/^Year.*4.*→.*5/)
  expect(said[1]).toMatch(/^Class.*4B → 5A$/)
  expect(said[2]).toMatch(/^First name.*Amira → Amirah$/)
  expect((await one.page('?rows=added')).one('#pupils').textContent).toContain('Dunn')
  expect(await pupilNamed(head, 'Dunn')).toBeUndefined()
  expect(await pupilNamed(head, 'Ashby')).toMatchObject({ year_group: '4', class_group: '4B' })

  await one.commit()
  expect(await pupilNamed(head, 'Ashby')).toMatchObject({ year_group: '5', class_group: '5A' })
  expect(await pupilNamed(head, 'Birch')).toMatchObject({ first_name: 'Amirah' })
  expect(await pupilNamed(head, 'Cole')).toEqual(untouched)
  expect(await pupilNamed(head, 'Dunn')).toBeDefined()
})

describe('pupils of the roll who are not in the file', () => {
  test('are counted, and stay as they are unless the box is ticked; then they leave today', async () => {
    await save(head, file(headings, pupil(111, 'Stays'), pupil(112, 'Leaves')))
    const everybody = await roll(head)
    const alone = file(headings, pupil(111, 'Stays'))
    const others = everybody.filter((one) => one['left_on'] === null && one.last_name !== 'Stays').length

    const unticked = await preview(head, alone)
    expect((await unticked.report()).counts).toMatchObject({ rows: 1, unchanged: 1, not_in_file: others })
    await unticked.commit()
    expect(await roll(head)).toEqual(everybody)

    const ticked = await preview(head, alone)
    await ticked.commit({ mark_leavers: 'on' })
    expect(await pupilNamed(head, 'Leaves')).toMatchObject({ left_on: expectations.reference_date })
    expect(await pupilNamed(head, 'Stays')).toMatchObject({ left_on: null })
    expect(await roll(head)).toHaveLength(everybody.length)
    const next = await preview(head, alone)
    expect((await next.report()).counts).toMatchObject({ not_in_file: 0 })
  })
})

describe('a row is matched', () => {
  const changesOnly = async (rows: string[][]) => {
    const one = await preview(head, file(matching, ...rows))
    expect((await one.report()).counts, JSON.stringify(await one.problems())).toMatchObject({
      added: 0,
      changed: rows.length,
      refused: 0,
    })
    await one.commit()
  }

  test('by UPN, though the name and the birth date were corrected', async () => {
    await save(head, file(matching, row('', upnOf(201), '', 'Byupn', '17/03/2017', '4A')))
    const before = await pupilNamed(head, 'Byupn')
    await changesOnly([row('', upnOf(201), '', 'Byupnew', '18/03/2017', '4B')])
    expect(await pupilNamed(head, 'Byupnew')).toEqual({
      ...before,
      last_name: 'Byupnew',
      date_of_birth: '2017-03-18',
      class_group: '4B',
    })
  })

  test('by the former UPN, which the new one replaces', async () => {
    await save(head, file(matching, row('', upnOf(211), '', 'Former', '17/03/2017', '4A')))
    const before = await pupilNamed(head, 'Former')
    await changesOnly([row('', upnOf(212), upnOf(211), 'Formernew', '17/03/2017', '4B')])
    expect(await pupilNamed(head, 'Formernew')).toMatchObject({ id: before?.id, upn: upnOf(212) })
    // The new UPN alone is enough from now on.
    await changesOnly([row('', upnOf(212), '', 'Formernew', '17/03/2017', '4C')])
  })

  test('by the school’s own number, zeros and all, where no UPN is given', async () => {
    await save(head, file(matching, row('009001', upnOf(221), '', 'Adno', '17/03/2017', '4A')))
    const before = await pupilNamed(head, 'Adno')
    expect(before).toMatchObject({ username: '009001' })
    await changesOnly([row('009001', '', '', 'Adnonew', '17/03/2017', '4B')])
    expect(await pupilNamed(head, 'Adnonew')).toMatchObject({ id: before?.id, upn: upnOf(221) })
  })

  test('else by name and birth date, accents and case aside; never where two could be meant', async () => {
    await save(head, file(matching, row('', '', '', 'Núñez Bell', '17/03/2017', '4A')))
    const before = await pupilNamed(head, 'Núñez Bell')
    await changesOnly([row('', upnOf(231), '', 'NUNEZ BELL', '17/03/2017', '4B')])
    const [after] = (await roll(head)).filter(({ id }) => id === before?.id)
    expect(after).toMatchObject({ upn: upnOf(231), class_group: '4B' })

    const twins = [
      row('', upnOf(232), '', 'Samename', '17/03/2017', '4A'),
      row('', upnOf(233), '', 'Samename', '17/03/2017', '4A'),
    ]
    await save(head, file(matching, ...twins))
    const unsure = await preview(
      head,
      file(
        matching,
        row('', '', '', 'Samename', '17/03/2017', '4B'),
        row('', upnOf(234), '', 'Other', '', ''),
      ),
    )
    expect((await unsure.report()).counts).toMatchObject({ refused: 1, added: 1 })
    expect(await unsure.problems()).toEqual(
      expect.arrayContaining([expect.objectContaining({ line: 2, severity: 'error', rule: 'MATCH_UNSURE' })]),
    )
  })

  test('by name never with a child of another birth date, nor with one of another UPN', async () => {
    await save(head, file(matching, row('', upnOf(241), '', 'Namesake', '17/03/2017', '4A')))
    const one = await preview(
      head,
      file(
        matching,
        row('', upnOf(242), '', 'Namesake', '17/03/2017', '4B'),
        row('', upnOf(243), '', 'Namesake', '19/03/2017', '4B'),
      ),
    )
    expect((await one.report()).counts).toMatchObject({ added: 2, changed: 0 })
    expect(await one.problems()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 2, severity: 'warning', rule: 'POSSIBLE_DUPLICATE_PERSON' }),
      ]),
    )
  })
})

test('what a file does not say clears nothing: empty cells and columns that are not there leave the values', async () => {
  const rich = ['UPN', 'Surname', 'Forename', 'DOB', 'Year', 'Reg', 'FSM', 'EAL', 'DOA', 'Possible', 'Adno']
  const full = [
    upnOf(301),
    'Keeper',
    'Wren',
    '17/03/2017',
    '4',
    '4B',
    'T',
    'Y',
    '04/09/2021',
    '312',
    '000301',
  ]
  await save(head, file(rich, full))
  const before = await pupilNamed(head, 'Keeper')
  expect(before).toMatchObject({ fsm: 'yes', eal: 'yes', entry_date: '2021-09-04', attendance_possible: 312 })

  const emptied = await save(head, file(rich, [upnOf(301), 'Keeper', 'Wren', ...rich.slice(3).map(() => '')]))
  expect((await emptied.report()).counts).toMatchObject({ unchanged: 1, changed: 0 })
  const missing = await save(head, file(['UPN', 'Surname', 'Forename'], [upnOf(301), 'Keeper', 'Wren']))
  expect((await missing.report()).counts).toMatchObject({ unchanged: 1, changed: 0 })
  expect(await pupilNamed(head, 'Keeper')).toEqual(before)
})
