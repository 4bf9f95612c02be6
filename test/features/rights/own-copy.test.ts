import Ajv from 'ajv/dist/2020'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { askForCopy, fetchAs, unzip } from './a-copy'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
})
afterAll(() => app.stop())

interface Data {
  request: string
  receipt: string
  complaints: { toRegulator: string }
  tables: {
    name: string
    role: string
    purposes: { says: string }[]
    withheld: { what: string }[]
    rows: Record<string, unknown>[]
  }[]
}

test('[P26] a user gets a copy of everything held about them and of nobody else, with purposes, recipients, retention and source', async () => {
  await app.rows("UPDATE users SET job_title = '=1+1' WHERE email = ?", [cast.dataLead])
  const lead = await app.signIn(cast.dataLead)
  // Opening a record leaves its id in the trail of who opened it.
  const roll = await lead.get('/portal/pupils')
  await lead.get(`/portal/pupils/${roll.all('[data-pupil-id]')[0]?.getAttribute('data-pupil-id') ?? ''}`)
  const address = await askForCopy(lead)
  expect(address).toMatch(/^\/portal\/rights\/RR-/)
  const page = await lead.get(address)
  expect(page.one('[data-request-state]').getAttribute('data-request-state')).toBe('completed')
  for (const way of ['To us', 'To the regulator', 'To a court']) expect(page.words).toContain(way)

  const response = await fetchAs(app, lead, `${address}/download`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = await unzip(response)
  const data = JSON.parse(files['data.json']!) as Data
  const ajv = new Ajv({ strict: false })
  expect(ajv.validate(JSON.parse(files['schema.json']!), data), ajv.errorsText()).toBe(true)
  expect(data.complaints.toRegulator).toContain('Information Commissioner')

  const users = data.tables.find(({ name }) => name === 'users')
  expect(users?.rows).toHaveLength(1)
  expect(users?.rows[0]).toMatchObject({ email: cast.dataLead, job_title: '=1+1' })
  expect(users?.withheld.length).toBeGreaterThan(0)
  for (const { name, purposes, rows } of data.tables) {
    expect(purposes.length, name).toBeGreaterThan(0)
    if (rows.length > 0) expect(files, name).toHaveProperty([`csv/${name}.csv`])
    const given = rows.map((row) => JSON.stringify(row))
    if (name === 'audit_entries') expect(new Set(given).size, name).toBe(given.length)
  }
  expect(files['csv/users.csv']).toContain("'=1+1")
  expect(files['index.html']).toContain(cast.dataLead)
  expect(files['index.html']).not.toMatch(/<script|http-equiv="refresh"/)

  // Nobody else, and no secret.
  const all = Object.values(files).join('\n')
  const others = await app.rows('SELECT email, last_name FROM users WHERE email NOT IN (?, ?)', [
    cast.dataLead,
    // Everybody may write to her.
    cast.dpo,
  ])
  for (const { email } of others) expect(all).not.toContain(String(email))
  for (const { id } of await app.rows('SELECT id FROM pupils LIMIT 500'))
    expect(all).not.toContain(String(id))
  const [{ password_hash: hash } = {}] = await app.rows('SELECT password_hash FROM users WHERE email = ?', [
    cast.dataLead,
  ])
  expect(all).not.toContain(String(hash))

  // Audited, receipted, on the timeline.
  const acts = await app.rows("SELECT act FROM audit_entries WHERE act LIKE 'rights.%' ORDER BY id")
  expect(acts.map(({ act }) => act)).toEqual(['rights.access', 'rights.downloaded'])
  const after = await lead.get(address)
  expect(after.words).toContain('The copy was downloaded')
  expect(after.words).toContain(data.receipt)
  expect((await app.visitor().get(`/receipts/${data.receipt}`)).words).toContain('Genuine')
})

test('[P36] the mail that the copy is ready carries two receipts, and how to complain', async () => {
  const head = await app.signIn(cast.head)
  const address = await askForCopy(head)
  const mail = await app.mailbox.wait(cast.head, { subject: /copy of your data is ready/ })
  expect(mail.attachments).toHaveLength(2)
  expect(mail.text).toContain(address)
  for (const way of ['Information Commissioner', 'court', 'data protection officer'])
    expect(mail.text).toContain(way)
})

test('[P26] the copy is for whom it is about alone, after a fresh sign-in, for seven days', async () => {
  const head = await app.signIn(cast.head)
  const address = await askForCopy(head)
  const other = await app.signIn(cast.dataLead)
  expect((await other.get(`${address}/download`)).status).toBe(404)
  expect((await other.get(address)).status).toBe(404)
  const nobody = await fetchAs(app, app.visitor(), `${address}/download`)
  expect([nobody.status, nobody.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in')])

  await app.setClock('2026-06-15T09:30:00Z')
  for (const path of [`${address}/download`, '/portal/rights/new']) {
    const stale = await fetchAs(app, head, path)
    expect([stale.status, stale.headers.get('location')]).toEqual([
      303,
      `/portal/confirm?to=${encodeURIComponent(path)}`,
    ])
  }

  await app.setClock('2026-06-22T09:05:00Z')
  const later = await app.signIn(cast.head)
  expect((await fetchAs(app, later, `${address}/download`)).status).toBe(409)
  expect((await later.get(address)).words).toContain('can no longer be downloaded')
})

test('[P24] a pupil is erased by a request as well, which keeps nothing that was typed beside it', async () => {
  const lead = await app.signIn(cast.dataLead)
  const list = await lead.get('/portal/pupils')
  const pupilId = list.all('[data-pupil-id]')[0]?.getAttribute('data-pupil-id') ?? ''
  const asked = { subject: 'pupil', kind: 'erasure', pupilId, details: 'Toadflax' }
  await lead.get('/portal/rights/new')
  const teacher = await app.signIn(cast.teacher)
  expect((await teacher.post('/portal/rights/new', asked)).status).toBe(403)
  const stranger = await app.signIn(cast.otherHead)
  expect((await stranger.post('/portal/rights/new', asked)).status).toBe(404)
  const done = await lead.post('/portal/rights/new', asked)
  expect(done.passed.map(({ status }) => status)).toEqual([303])
  expect(done.words).toContain('Certificate of erasure')
  expect(await app.rows('SELECT id FROM pupils WHERE id = ?', [pupilId])).toEqual([])
  expect(JSON.stringify(await app.rows('SELECT * FROM requests'))).not.toContain('Toadflax')
  const other = await lead.post('/portal/rights/new', { subject: 'self', kind: 'objection' })
  expect([other.status, other.errors.length]).toEqual([422, 1])
})
