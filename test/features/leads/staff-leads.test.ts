import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'

const start = Date.parse('2026-11-24T09:00:00Z')
let app: App
beforeAll(async () => {
  app = await startApp({ now: new Date(start).toISOString() })
  const people = [
    ['Ngozi', 'Okafor', 'ngozi@hill.example', 'Hill Street Primary School'],
    ['Zoë', 'Núñez', 'zoe_n@valley.example', 'Valley School'],
  ] as const
  for (const [at, [firstName, lastName, email, schoolName]] of people.entries()) {
    const visitor = app.visitor()
    await visitor.get('/demo')
    await app.setClock(new Date(start + (at + 1) * 60_000).toISOString())
    const message = 'First line\n<script>second</script>'
    const fields = {
      firstName,
      lastName,
      email,
      schoolName,
      message,
      phone: '01302 360246',
      localAuthority: '371',
    }
    await visitor.submit(fields)
  }
})
afterAll(() => app.stop())

test('an empty office says so', async () => {
  const empty = await startApp({ now: '2026-11-24T09:00:00Z' })
  const sales = await empty.signIn(cast.sales)
  expect((await sales.get('/staff/leads')).words).toContain('Nobody has asked yet')
  await empty.stop()
})

test('[P21] sales see who asked, the latest first, with what they asked; the reading is recorded', async () => {
  const sales = await app.signIn(cast.sales)
  const office = await sales.get('/staff')
  expect(office.name).toBe('staff')
  expect(office.words).toContain('Leads who asked in the last 7 days')

  const page = await sales.follow('Leads')
  expect([page.name, page.status]).toEqual(['staff-leads', 200])
  const rows = page.all('[data-lead-id]').map((row) => row.textContent)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain('Zoë Núñez')
  expect(rows[1]).toContain('Hill Street Primary School')
  expect(rows[1]).toContain('Doncaster')
  expect(page.text).toContain('&lt;script&gt;second')
  const [entry] = await app.rows("SELECT * FROM audit_entries WHERE act = 'leads.listed'")
  expect(entry).toMatchObject({ actor_kind: 'staff', counts: '{"leads":2}' })
})

test('a lead is found by a name without accents and by part of the address; signs of the search language are letters', async () => {
  const sales = await app.signIn(cast.sales)
  const found = async (q: string) => {
    await sales.get('/staff/leads')
    const page = await sales.submit({ q })
    return page.all('[data-lead-id]').length
  }
  expect(await found('nunez')).toBe(1)
  expect(await found('ZOE_N@')).toBe(1)
  expect(await found('%')).toBe(0)
  expect(await found('nobody')).toBe(0)
  expect(sales.page.words).toContain('Nobody fits')
})

test('fifty to a page, and no lead is missed or shown twice', async () => {
  const many = await startApp({ now: '2026-11-24T09:00:00Z', beside: app })
  const at = start + 3 * 60_000
  for (let n = 0; n < 60; n += 1) {
    const id = `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`
    await many.rows(
      `INSERT INTO leads (id, email, first_name, last_name, phone, local_authority, search_name, created_at, last_active_at)
        VALUES (?, ?, 'Many', ?, NULL, '371', 'many', ?, ?)`,
      [id, `many${n}@x.example`, `N${n}`, at, at + (n % 3)],
    )
  }
  const sales = await many.signIn(cast.sales)
  const first = await sales.get('/staff/leads')
  expect(first.all('[data-lead-id]')).toHaveLength(50)
  const second = await sales.follow('Older')
  const ids = [...first.all('[data-lead-id]'), ...second.all('[data-lead-id]')].map((row) =>
    row.getAttribute('data-lead-id'),
  )
  expect(new Set(ids).size).toBe(62)
  expect(second.all('a[rel=next]')).toEqual([])
  expect((await sales.get('/staff/leads?after=nonsense')).status).toBe(200)
  await many.stop()
})

test('[P21] those who need no leads see none', async () => {
  for (const email of [cast.support, cast.staffFinance, cast.dpo]) {
    const person = await app.signIn(email)
    expect((await person.get('/staff')).words).not.toContain('Leads who asked')
    expect((await person.get('/staff/leads')).status).toBe(403)
  }
  expect((await app.visitor().get('/staff/leads', { follow: false })).location).toMatch(/^\/sign-in\?to=/)
  const head = await app.signIn(cast.head)
  expect((await head.get('/staff/leads')).status).toBe(403)
  expect((await head.get('/staff')).status).toBe(403)
})
