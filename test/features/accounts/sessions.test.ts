import { afterAll, beforeAll, expect, test } from 'vitest'
import { users } from '../../../db/tables/accounts'
import { sessionsOf } from '../../../app/features/accounts/sessions.server'
import { testServices, type TestServices } from '../../support/services'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const later = (ms: number): TestServices => ({
  ...services,
  clock: { ...services.clock, now: () => services.clock.now() + ms },
})
const asking = (cookie: string) => new Request('http://localhost/portal', { headers: { cookie } })
const pair = (line: string) => line.split(';')[0] ?? ''

test('in production the cookie is bound to the host and to HTTPS', () => {
  const production = sessionsOf({ ...services, settings: { ...services.settings, production: true } })
  expect(production.cookie('t').split('; ').sort()).toEqual(
    ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure', '__Host-otrack_session=t'].sort(),
  )
  expect(production.noCookie()).toContain('Max-Age=0')
})

test('only the token opens a session, for as long as the clock of the product says; a year off the machine’s clock', async () => {
  const { db } = services
  const id = '018f0000-0000-7000-8000-000000000001'
  const person = {
    email: 'a@b.example',
    firstName: 'A',
    lastName: 'B',
    passwordHash: null,
    passwordVersion: 0,
    title: null,
    jobTitle: null,
  }
  const rest = {
    phone: null,
    staffRole: null,
    emailVerifiedAt: null,
    termsVersion: null,
    termsAcceptedAt: null,
    createdAt: 0,
  }
  await db.rows(users).insert({ id, ...person, ...rest })

  for (const offMs of [0, 365 * 86_400_000, -365 * 86_400_000]) {
    const then = sessionsOf(later(offMs))
    const { token } = await then.start(id, null)
    const cookie = pair(then.cookie(token))
    const found = await then.find(asking(`x=1; ${cookie}`))
    expect(found?.user.email).toBe('a@b.example')
    expect(await sessionsOf(later(offMs + 11 * 3_600_000)).find(asking(cookie))).not.toBe(null)
    for (const other of [`${cookie}x`, pair(then.cookie(found?.id ?? '')), 'otrack_session=', ''])
      expect(await then.find(asking(other))).toBe(null)
    expect(await sessionsOf(later(offMs + 40 * 3_600_000)).find(asking(cookie))).toBe(null)
    expect(await then.find(asking(cookie))).toBe(null)
  }
})
