import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'

let app: App
let head: Visitor
/** A pupil whom the data lead opened, and whose class was changed. */
let pupil: string
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00Z' })
  const lead = await app.signIn(cast.dataLead)
  await lead.get('/portal/pupils/new')
  const fields = {
    last_name: 'Quillfeather',
    first_name: 'Amira',
    date_of_birth: '17/03/2016',
    year_group: '5',
  }
  pupil = (await lead.submit(fields)).url.pathname.split('/').at(-1) ?? ''
  await lead.get(`/portal/pupils/${pupil}/edit`)
  await lead.submit({ class_group: 'Larch' })
  head = await app.signIn(cast.head)
})
afterAll(() => app.stop())

const actsOn = async (address: string) => {
  const page = await head.get(`/portal/audit${address}`)
  expect(page.name, page.words).toBe('audit')
  return page.all('[data-audit-act]').map((row) => row.getAttribute('data-audit-act'))
}

test('[P21] an administrator sees who did what to whom, and never a value', async () => {
  const page = await head.get(`/portal/audit?pupil=${pupil}`)
  expect(page.all('[data-audit-act]').map((row) => row.getAttribute('data-audit-act'))).toEqual(
    expect.arrayContaining(['pupils.added', 'pupils.changed']),
  )
  expect(page.words).toContain('Quillfeather')
  expect(page.words).toMatch(/Class/)
  expect(page.words).not.toContain('Larch')
})

test('[P21] the trail is narrowed by pupil, person, act and day', async () => {
  const named = await actsOn('?pupil=quillfeather')
  expect(named).toContain('pupils.changed')
  expect(await actsOn('?pupil=nobody-is-called-this')).toEqual([])
  expect(new Set(await actsOn('?act=pupils.changed'))).toEqual(new Set(['pupils.changed']))
  expect(await actsOn('?from=25/11/2026')).toEqual([])
  expect(await actsOn('?from=24/11/2026&to=24/11/2026&act=pupils.added')).toContain('pupils.added')
  const [user] = await app.rows("SELECT id FROM users WHERE email = 'data@demo.school'")
  expect(await actsOn(`?person=${String(user?.id)}&act=audit.listed`)).toEqual([])
  expect(await actsOn(`?person=${String(user?.id)}`)).toContain('pupils.changed')
})

test('a day that is none is named beside its field, and what was typed is kept', async () => {
  const page = await head.get('/portal/audit?from=31/31/2026')
  expect(page.status).toBe(422)
  expect(page.words).toContain('Enter a day, such as 17/03/2026.')
  expect(page.all('[name="from"]')[0]?.getAttribute('value')).toBe('31/31/2026')
})

test('[P21] looking at the trail and downloading it are entries themselves, one each', async () => {
  const count = async (act: string) =>
    (await app.rows('SELECT id FROM audit_entries WHERE act = ?', [act])).length
  const [listed, exported] = [await count('audit.listed'), await count('audit.exported')]
  await head.get('/portal/audit')
  const file = await head.get('/portal/audit/export.csv?act=pupils.changed')
  expect([await count('audit.listed'), await count('audit.exported')]).toEqual([listed + 1, exported + 1])
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const [heading = '', ...lines] = file.text.trim().split('\r\n')
  expect(heading).toContain('act')
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toContain('pupils.changed')
  expect(file.text).not.toContain('Larch')
})

test('[P21] pages turn from the newest to the oldest', async () => {
  for (let times = 0; times < 55; times++) await head.get('/portal/audit?act=accounts.signed-in')
  const first = await head.get('/portal/audit?act=audit.listed')
  expect(first.all('[data-audit-act]')).toHaveLength(50)
  const older = first.all('a').find((link) => link.textContent.trim().startsWith('Older'))
  const second = await head.get(older?.getAttribute('href') ?? '')
  expect(second.name).toBe('audit')
  expect(second.all('[data-audit-act]').length).toBeGreaterThan(0)
  expect(second.all('a').some((link) => link.textContent.trim().startsWith('Newer'))).toBe(true)
})

test('[P21] another school finds nothing of it, by whatever id', async () => {
  const other = await app.signIn(cast.otherHead)
  const page = await other.get(`/portal/audit?pupil=${pupil}`)
  expect(page.status).toBe(200)
  expect(page.all('[data-audit-act]')).toEqual([])
  expect((await other.get('/portal/audit/export.csv')).text).not.toContain('pupils.changed')
})
