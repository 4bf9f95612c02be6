import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast, demoPassword } from '../../support/cast'
import type { Visitor } from '../../support/visitor'

const COOKIE = 'otrack_session'

let app: App
beforeAll(async () => {
  // Behind a proxy, so that a test can come from more than one address.
  app = await startApp({ now: '2026-11-24T09:00:00Z', env: { TRUST_PROXY: '1' } })
})
afterAll(() => app.stop())

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const signIn = (
  visitor: Visitor,
  email: string,
  password = demoPassword,
  more: Record<string, string> = {},
  address = '203.0.113.1',
) => visitor.post('/sign-in', { email, password, ...more }, { follow: false, ...from(address) })
const sessions = () => app.rows('SELECT id, user_id, last_used_at, confirmed_at FROM sessions')
const hashOf = (visitor: Visitor) =>
  createHash('sha256')
    .update(visitor.cookies.get(COOKIE) ?? '')
    .digest('hex')

test('whoever signs in by the page comes to their dashboard, staff to their office', async () => {
  const head = await app.signIn(cast.head)
  expect([head.page.path, head.page.name]).toEqual(['/portal', 'dashboard'])
  expect(head.page.words).toContain('Pupils on roll207')
  expect((await signIn(app.visitor(), cast.staff)).location).toBe('/staff')
})

test('the address may be typed in any case', async () => {
  expect((await signIn(app.visitor(), ' Head@DEMO.school ')).location).toBe('/portal')
})

test('whoever was sent to sign in comes back to where they were going, and to nowhere else', async () => {
  const visitor = app.visitor()
  const asked = await visitor.get('/portal/pupils?year=6')
  expect([asked.url.pathname, asked.name]).toEqual(['/sign-in', 'sign-in'])
  const page = await visitor.submit({ email: cast.head, password: demoPassword })
  expect(page.path).toBe('/portal/pupils?year=6')
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out'])
    expect((await signIn(app.visitor(), cast.head, demoPassword, { to })).location).toBe('/portal')
})

test('the cookie is for the server alone, and the database does not know it', async () => {
  const visitor = app.visitor()
  await signIn(visitor, cast.head)
  const attributes = (visitor.cookies.line(COOKIE) ?? '').split('; ').slice(1).sort()
  expect(attributes).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax'])
  const token = visitor.cookies.get(COOKIE) ?? ''
  const kept = await sessions()
  expect(kept.map(({ id }) => id)).toContain(hashOf(visitor))
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('signing in anew ends the session before, and signing out ends the last', async () => {
  const visitor = app.visitor()
  await signIn(visitor, cast.dataLead)
  const before = visitor.cookies.get(COOKIE) ?? ''
  await signIn(visitor, cast.dataLead)
  const thief = app.visitor()
  thief.cookies.set(COOKIE, before)
  expect((await thief.get('/portal')).name).toBe('sign-in')

  const hash = hashOf(visitor)
  await visitor.get('/portal')
  const out = await visitor.submit({}, { form: '/sign-out' })
  expect([out.path, visitor.cookies.get(COOKIE)]).toEqual(['/sign-in?done=out', undefined])
  expect((await sessions()).map(({ id }) => id)).not.toContain(hash)
  expect((await visitor.get('/sign-out')).status).toBe(405)
})

test('a wrong password and an unknown address are answered alike, byte for byte and in the same time', async () => {
  const asks = async (email: string, address: string) => {
    const times: number[] = []
    let text = ''
    for (let nth = 0; nth < 7; nth++) {
      const began = performance.now()
      const page = await signIn(app.visitor(), email, 'not the password', {}, address)
      times.push(performance.now() - began)
      expect([page.status, page.errors.length]).toEqual([422, 1])
      text = page.text
    }
    return { text, typical: times.sort((a, b) => a - b)[3] ?? 0 }
  }
  const known = await asks(cast.finance, '203.0.113.2')
  const unknown = await asks('nobod@demo.school', '203.0.113.3')
  expect(unknown.text.replaceAll('nobod@demo.school', cast.finance)).toBe(known.text)
  // Without hashing, the unknown would be answered many times as fast.
  expect(unknown.typical / known.typical).toBeGreaterThan(0.5)
  expect(unknown.typical / known.typical).toBeLessThan(2)
})

test.each([cast.teacher, 'nobody@demo.school'])(
  'after ten failures for %s even the right password must wait',
  async (email) => {
    for (let nth = 0; nth < 10; nth++)
      expect((await signIn(app.visitor(), email, 'wrong', {}, `198.51.100.${nth}`)).status).toBe(422)
    const page = await signIn(app.visitor(), email, demoPassword, {}, '198.51.100.99')
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(600)
    expect(page.errors).toEqual(['There were too many tries to sign in. Try again in 15 minutes.'])
    expect((await signIn(app.visitor(), cast.head, demoPassword, {}, '198.51.100.99')).status).toBe(303)
  },
)

test('after sixty failures from one address nobody signs in from there, and everybody from elsewhere', async () => {
  for (let nth = 0; nth < 60; nth++)
    expect(
      (await signIn(app.visitor(), `guess${nth}@demo.school`, 'wrong', {}, '198.51.100.200')).status,
    ).toBe(422)
  expect((await signIn(app.visitor(), cast.head, demoPassword, {}, '198.51.100.200')).status).toBe(429)
  expect((await signIn(app.visitor(), cast.head, demoPassword, {}, '198.51.100.201')).status).toBe(303)
})

test('good sign-ins do not count', async () => {
  for (let nth = 0; nth < 12; nth++) expect((await signIn(app.visitor(), cast.otherHead)).status).toBe(303)
})

test('failures leave a trace that names nobody', async () => {
  const entries = await app.rows("SELECT * FROM audit_entries WHERE act = 'accounts.sign-in-failed'")
  expect(entries.length).toBeGreaterThan(20)
  for (const entry of entries) expect([entry['actor_id'], entry['subject_id']]).toEqual([null, null])
  expect(JSON.stringify(await app.rows('SELECT * FROM audit_entries'))).not.toMatch(/@demo\.school|Okafor/)
})

test('a session in use lasts a week, one without use half a day, by the clock of the product', async () => {
  const busy = app.visitor()
  const idle = app.visitor()
  await signIn(busy, cast.head)
  await signIn(idle, cast.head)
  const start = Date.parse('2026-11-24T09:00:00Z')
  for (let hour = 5; hour < 7 * 24; hour += 5) {
    await app.setClock(new Date(start + hour * 3_600_000).toISOString())
    expect([hour, (await busy.get('/portal')).name]).toEqual([hour, 'dashboard'])
  }
  expect((await idle.get('/portal')).name).toBe('sign-in')
  await app.setClock(new Date(start + 7 * 24 * 3_600_000 + 60_000).toISOString())
  expect((await busy.get('/portal')).name).toBe('sign-in')
})

test('when a session was last used is written at most every five minutes', async () => {
  await app.setClock('2026-12-02T09:00:00Z')
  const visitor = app.visitor()
  await signIn(visitor, cast.head)
  const lastUsed = async () => (await sessions()).find(({ id }) => id === hashOf(visitor))?.['last_used_at']
  const first = await lastUsed()
  await app.setClock('2026-12-02T09:04:00Z')
  await visitor.get('/portal')
  expect(await lastUsed()).toBe(first)
  await app.setClock('2026-12-02T09:06:00Z')
  await visitor.get('/portal')
  expect(await lastUsed()).not.toBe(first)
})
