import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { commit, upload, upn } from './an-upload'
import { filesHolding } from './files-of'
import { tablesHolding } from './whole-database'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

const headings = 'UPN,Surname,Forename,DOB,Year,Ethnicity,SEN Status,SEN need\n'
// Codes that stand nowhere else in the demo.
const special = { ethnicity: 'BAOF', sen_status: 'E', sen_need: ['MSI'] }
const row = (serial: string, surname: string) => `${upn(serial)},${surname},Amira,17/03/2016,5,BAOF,E,MSI\n`

interface Exported {
  id: string
  last_name: string
}
const exported = async (surname: string) => {
  const { pupils } = (await head.get('/portal/pupils/export.json')).json() as { pupils: Exported[] }
  return pupils.find((pupil) => pupil.last_name === surname)
}

test('[P8] without consent an upload stores no special value, in no table, and shows, exports and counts none', async () => {
  const address = await upload(head, headings + row('371299821001', 'Withheld'))
  expect((await head.get(`${address}.json`)).json()).toMatchObject({ counts: { added: 1, held_back: 3 } })
  for (const code of ['BAOF', 'MSI']) expect(await tablesHolding(app, code)).toEqual([])

  await commit(head, address)
  for (const code of ['BAOF', 'MSI']) expect(await tablesHolding(app, code)).toEqual([])
  const pupil = await exported('Withheld')
  expect(pupil).toMatchObject({ ethnicity: null, sen_status: null, sen_need: [] })
  expect((await head.get(`/portal/pupils/${pupil?.id ?? ''}`)).words).toContain('nothing is held here')
  expect((await head.get('/portal/pupils?sen=E')).all('[data-pupil-id]')).toEqual([])
})

test('[P8] who ticks that consent is held puts their name to it, for each pupil, under the words that were shown', async () => {
  await commit(head, await upload(head, headings + row('371299821002', 'Attested'), { consent: true }))
  const pupil = await exported('Attested')
  expect(pupil).toMatchObject(special)
  const consents = await app.rows(
    'SELECT decision, recorded_by, wording FROM guardian_consents WHERE pupil_id = ?',
    [pupil?.id],
  )
  const [user] = await app.rows('SELECT id FROM users WHERE email = ?', [cast.otherHead])
  expect(consents).toHaveLength(1)
  expect(consents[0]).toMatchObject({ decision: 'given', recorded_by: user?.['id'] })
  expect(consents[0]?.['wording']).toMatch(/^upload-\d+$/)
})

test('[P8] consent that is withdrawn takes the values at once, also from an upload that is not finished', async () => {
  await commit(head, await upload(head, headings + row('371299821003', 'Withdrawn'), { consent: true }))
  const { id = '' } = (await exported('Withdrawn')) ?? {}
  const changed = row('371299821003', 'Withdrawn').replace('BAOF', 'CTWN').replace('17/03', '18/03')
  const pending = await upload(head, headings + changed)
  expect(await tablesHolding(app, 'CTWN')).not.toEqual([])

  await head.get(`/portal/pupils/${id}/consent`)
  await head.submit({}, { intent: 'withdraw' })
  expect(await tablesHolding(app, 'CTWN')).toEqual([])
  expect(await exported('Withdrawn')).toMatchObject({ ethnicity: null, sen_status: null, sen_need: [] })

  // The file still had them: it is gone, and with it the upload.
  const closed = (await head.get(`${pending}.json`)).json()
  expect(closed).toMatchObject({ state: 'discarded', error: { rule: 'CONSENT_WITHDRAWN' } })
  await expect.poll(() => filesHolding(app, 'CTWN'), { timeout: 10_000 }).toEqual([])
})
