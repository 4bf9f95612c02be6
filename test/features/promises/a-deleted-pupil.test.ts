import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { commit, upload, upn } from './an-upload'
import { filesHolding } from './files-of'
import { tablesHolding } from './whole-database'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
})
afterAll(() => app.stop())

const headings = 'UPN,Surname,Forename,DOB,Year,Reg\n'

test('[P24] a pupil deleted by a user of the school is in no table any more, nor in uploads before and after the commit', async () => {
  const lead = await app.signIn(cast.dataLead)
  const pupil = `${upn('371299821005')},Quillfeather,Amira,17/03/2016,5,`
  await commit(lead, await upload(lead, `${headings}${pupil}5A\n`))
  const pending = await upload(
    lead,
    `${headings}${pupil}5B\n${upn('371299821006')},Marlowe,Kit,18/03/2016,5,5B\n`,
  )
  expect(await tablesHolding(app, 'Quillfeather')).toEqual(['pupils', 'staged_rows'])

  await lead.get('/portal/pupils?q=quillfeather')
  await lead.follow('Quillfeather, Amira')
  const { pathname } = lead.page.url
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  expect(lead.page.words).toContain('The pupil was deleted')
  for (const text of ['Quillfeather', upn('371299821005')]) expect(await tablesHolding(app, text)).toEqual([])
  expect((await lead.get(pathname)).status).toBe(404)
  expect((await lead.get('/portal/pupils/export.csv?roll=all')).text).not.toContain('Quillfeather')

  // The upload that had the pupil in it is gone with its file, and says why.
  const closed = (await lead.get(`${pending}.json`)).json()
  expect(closed).toMatchObject({
    state: 'discarded',
    error: { rule: 'PUPIL_DELETED' },
    problems: { total: 0 },
  })
  await expect.poll(() => filesHolding(app, 'Quillfeather'), { timeout: 10_000 }).toEqual([])
})

test('[P24] of uploads that wait, those go that may hold the deleted pupil, and no others', async () => {
  const lead = await app.signIn(cast.dataLead)
  const row = (serial: string, surname: string) => `${upn(serial)},${surname},Kit,18/03/2016,5,5B\n`
  await commit(lead, await upload(lead, headings + row('371299821010', 'Pennyroyal')))
  const without = await upload(lead, headings + row('371299821011', 'Tormentil'))
  // Nobody knows yet who is in it: its columns wait to be matched.
  await lead.get('/portal/pupils/import')
  const unread = await lead.upload({ name: 'roll.csv', content: 'Pennyroyal,Kit\nYarrow,Sam\n' })
  await lead.until(`${unread.url.pathname}.json`, (page) => page.text.includes('"mapping"'))
  expect(filesHolding(app, 'Yarrow')).toHaveLength(1)

  await lead.get('/portal/pupils?q=pennyroyal')
  await lead.follow('Pennyroyal, Kit')
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  expect((await lead.get(`${without}.json`)).json()).toMatchObject({ state: 'preview', error: null })
  expect((await lead.get(`${unread.url.pathname}.json`)).json()).toMatchObject({ state: 'discarded' })
  expect(filesHolding(app, 'Yarrow').filter((name) => name.includes('spool'))).toEqual([])
})

test('[P24] a deleted pupil is held back at the next upload, until somebody confirms that row', async () => {
  const lead = await app.signIn(cast.dataLead)
  const row = (serial: string, surname: string) => `${upn(serial)},${surname},Kit,18/03/2016,5,5B\n`
  const file = headings + row('371299821020', 'Loosestrife') + row('371299821021', 'Meadowsweet')
  await commit(lead, await upload(lead, file))
  await lead.get('/portal/pupils?q=loosestrife')
  await lead.follow('Loosestrife, Kit')
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })

  // The certificate counts and names nobody; its receipts are genuine and bare.
  const [certificate] = await app.rows('SELECT * FROM erasures ORDER BY at DESC, id DESC')
  expect(JSON.parse(String(certificate?.['counts']))).toMatchObject({ pupils: 1 })
  expect(JSON.stringify(certificate)).not.toContain('Loosestrife')
  const receipts = await app.rows("SELECT body FROM receipts WHERE type = 'rights.erased'")
  expect(receipts.length).toBeGreaterThan(0)

  const reference = String(certificate?.['reference'])
  const page = await lead.get(`/portal/rights/${reference}`)
  expect(page.one('[data-request-state]').getAttribute('data-request-state')).toBe('completed')
  expect(page.words).toContain('Certificate of erasure')
  await expect
    .poll(() => filesHolding(app, reference).filter((name) => name.endsWith('.eml')).length, {
      timeout: 10_000,
    })
    .toBe(1)
  expect(filesHolding(app, 'Loosestrife').filter((name) => name.endsWith('.eml'))).toEqual([])
  const others = await app.signIn(cast.otherHead)
  expect((await others.get(`/portal/rights/${reference}`)).status).toBe(404)
  const teacher = await app.signIn(cast.teacher)
  expect((await teacher.get(`/portal/rights/${reference}`)).status).toBe(404)

  const again = await upload(lead, file)
  const held = (await lead.get(`${again}.json`)).json()
  expect(held).toMatchObject({ counts: { rows: 2, added: 0, refused: 1 } })
  expect(held).toMatchObject({ problems: { items: [{ line: 2, rule: 'ERASED_ON_REQUEST' }] } })
  // Left unconfirmed, nobody comes back.
  await commit(lead, again)
  expect((await lead.get('/portal/pupils?q=loosestrife')).words).toContain('Nobody was found')

  // A file that knows no UPN, but the name and the date of birth.
  const nameless = await upload(lead, `Surname,Forename,DOB,Year\nLoosestrife,Kit,18/03/2016,5\n`)
  expect((await lead.get(`${nameless}.json`)).json()).toMatchObject({ counts: { added: 0, refused: 1 } })
  await lead.get(nameless)
  await lead.submit({}, { intent: 'discard' })

  const third = await upload(lead, file)
  const preview = await lead.get(third)
  expect(preview.words).toMatch(/erased on request on 15 June 2026: confirm to add again/)
  const confirmed = await lead.submit({}, { intent: 'add-again' })
  expect(confirmed.passed.map(({ status }) => status)).toEqual([303])
  expect((await lead.get(`${third}.json`)).json()).toMatchObject({
    counts: { added: 1, refused: 0 },
    problems: { total: 0 },
  })
  // Only saving lifts the mark.
  expect(
    await app.rows('SELECT mark FROM erased_pupils WHERE reference = ?', [certificate?.['reference']]),
  ).toHaveLength(2)
  await commit(lead, third)
  expect(
    await app.rows('SELECT mark FROM erased_pupils WHERE reference = ?', [certificate?.['reference']]),
  ).toEqual([])
  expect((await lead.get('/portal/pupils?q=loosestrife')).all('[data-pupil-id]')).toHaveLength(1)
})
