import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, save } from './an-upload'
import { file, headings, pupil } from './roll-files'
import { sims } from './sims-sample'
import { pupilNamed, roll } from './the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

describe('undo', () => {
  test('makes the roll what it was: added pupils go, changed ones and leavers are as before', async () => {
    await save(head, file(headings, pupil(601, 'Kept'), pupil(602, 'Altered'), pupil(603, 'Left')))
    const before = await roll(head)
    const one = await preview(
      head,
      file(headings, pupil(601, 'Kept'), pupil(602, 'Altered', 'Wren').with(5, '5'), pupil(604, 'Added')),
    )
    await one.commit({ mark_leavers: 'on' })
    expect(await pupilNamed(head, 'Left')).toMatchObject({ left_on: '2026-06-15' })
    expect(await roll(head)).toHaveLength(before.length + 1)

    const answer = await one.press('undo')
    expect([answer.status, answer.location]).toEqual([303, one.address])
    expect(await one.report()).toMatchObject({ state: 'undone' })
    expect(await roll(head)).toEqual(before)
  })

  test('[P8] takes back the consents that were attested with the upload, and the values with them', async () => {
    const held = ['UPN', 'Surname', 'Forename', 'Ethnicity', 'SEN Status', 'SEN need']
    const [number = ''] = pupil(611, '')
    await save(head, file(headings, pupil(611, 'Consented')))
    const plain = await pupilNamed(head, 'Consented')
    const content = file(held, [number, 'Consented', 'Amira', 'WBRI', 'K', 'SLCN'])
    const one = await preview(head, content, { consent_confirmed: 'on' })
    await one.commit()
    expect(await pupilNamed(head, 'Consented')).toMatchObject({ ethnicity: 'WBRI', sen_need: ['SLCN'] })

    await one.press('undo')
    expect(await pupilNamed(head, 'Consented')).toEqual(plain)
    const next = await preview(head, content)
    expect((await next.report()).counts).toMatchObject({ unchanged: 1, held_back: 3 })
  })

  test('leaves those alone who were changed since, and names them', async () => {
    await save(head, file(headings, pupil(621, 'Edited'), pupil(622, 'Unedited')))
    const [edited, unedited] = [await pupilNamed(head, 'Edited'), await pupilNamed(head, 'Unedited')]
    const one = await save(
      head,
      file(
        headings,
        pupil(621, 'Edited').with(6, '4X'),
        pupil(622, 'Unedited').with(6, '4X'),
        pupil(623, 'Newcomer'),
        pupil(624, 'Newedited'),
      ),
    )
    const newEdited = await pupilNamed(head, 'Newedited')
    for (const id of [edited?.id, newEdited?.id]) {
      await head.get(`/portal/pupils/${id ?? ''}/edit`)
      expect((await head.submit({ title: 'Miss' }, { follow: false })).status).toBe(303)
    }

    await one.press('undo')
    expect(await one.report()).toMatchObject({ state: 'undone' })
    expect(await pupilNamed(head, 'Edited')).toMatchObject({ class_group: '4X', title: 'Miss' })
    expect(await pupilNamed(head, 'Unedited')).toEqual(unedited)
    expect(await pupilNamed(head, 'Newcomer')).toBeUndefined()
    expect(await pupilNamed(head, 'Newedited')).toMatchObject({ title: 'Miss' })
    const page = await one.page()
    expect(page.words).toContain('Left as they are')
    const named = page.all('main li a').map((link) => link.getAttribute('href'))
    expect(named.sort()).toEqual([edited, newEdited].map((left) => `/portal/pupils/${left?.id ?? ''}`).sort())
    expect(page.words).not.toContain('Unedited')
  })

  test('is not offered or done once 30 days have passed', async () => {
    const one = await save(head, file(headings, pupil(631, 'Old')))
    await app.setClock('2026-07-16T09:00:01Z')
    const late = await app.signIn(cast.otherHead)
    expect((await late.get(one.address)).all('button[value="undo"]')).toEqual([])
    expect((await late.post(one.address, { intent: 'undo' })).status).toBe(409)
    expect(await pupilNamed(late, 'Old')).toBeDefined()
    await app.setClock('2026-06-16T09:00:00Z')
    head = await app.signIn(cast.otherHead)
  })
})

describe('problems.csv', () => {
  const rowsOf = (text: string) => parse(text, { bom: true, relax_column_count: false })

  test('holds the rows that need a look, in the school’s own columns, with line and reason', async () => {
    const one = await preview(head, { name: 'sample-sims.csv', content: sims }, { consent_confirmed: 'on' })
    const problems = await one.problems()
    const page = await head.get(`${one.address}/problems.csv`)
    expect(page.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    const [header = [], ...rows] = rowsOf(page.text)
    const { columns } = await one.report()
    expect(header.slice(0, 26)).toEqual(columns.map((column) => column.header))
    expect(header).toHaveLength(28)

    const lines = [...new Set(problems.flatMap((one) => (one.severity === 'info' ? [] : [one.line])))]
    expect(rows.map((row) => Number(row[26]))).toEqual(lines)
    const own = (line: number) => rows.find((row) => row[26] === String(line)) ?? []
    expect(own(16).slice(0, 6)).toEqual(['F371299821015', 'Pickersgill', 'Dot', 'Dot', '', '31/02/2017'])
    expect(own(16)[24]).toMatch(/^ZZ99/)
    for (const problem of problems.filter(({ severity }) => severity === 'error'))
      expect(own(problem.line)[27]).toContain(problem.message)
  })

  test('is safe to open in a spreadsheet: what looks like a formula is text', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://evil.example","Click")']
    const one = await preview(
      head,
      file(
        ['UPN', 'Surname', 'Forename', 'DOB', '=cmd|calc', 'Notes'],
        ...evil.map((cell, at) => ['', `Bell${at}`, cell, '31/02/2017', cell, cell]),
      ),
    )
    const rows = rowsOf((await head.get(`${one.address}/problems.csv`)).text)
    expect(rows).toHaveLength(evil.length + 1)
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(rows.flat()).toContain(`'=1+1`)
  })

  test('can be corrected and uploaded as it is: the two columns beside it are left out', async () => {
    const one = await preview(
      head,
      file(headings, pupil(641, 'Correct').with(3, '31/02/2017'), pupil(642, 'Fine')),
    )
    const text = (await head.get(`${one.address}/problems.csv`)).text
    const again = await preview(head, text.replace('31/02/2017', '28/02/2017'))
    expect((await again.report()).counts).toMatchObject({ rows: 1, added: 1, refused: 0 })
    await again.commit()
    expect(await pupilNamed(head, 'Correct')).toMatchObject({ date_of_birth: '2017-02-28' })
  })
})
