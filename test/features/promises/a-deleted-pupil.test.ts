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
