import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => app.stop())

test('create-staff prints a link with which a password is set once; then the colleague signs in', async () => {
  const email = 'new@otrack.localhost'
  const { status, output } = await app.admin('create-staff', 'New@otrack.localhost')
  expect(status).toBe(0)
  const link = new URL(/http\S+\/reset-password\/\S+/.exec(output)?.[0] ?? '').pathname
  const visitor = app.visitor()
  expect((await visitor.post('/sign-in', { email, password: 'kettle marble otter' })).status).toBe(422)
  await visitor.get(link)
  expect((await visitor.submit({ password: 'kettle marble otter' })).path).toBe('/sign-in?done=password')
  expect(
    (await visitor.post('/sign-in', { email, password: 'kettle marble otter' }, { follow: false })).location,
  ).toBe('/staff')
  expect((await visitor.get(link)).status).toBe(404)
  expect((await app.admin('create-staff', email)).status).not.toBe(0)
})

test.each([['nobody'], [cast.head]])('create-staff %s is refused', async (email) => {
  expect((await app.admin('create-staff', email)).status).not.toBe(0)
})

test('staff may not open a school’s pages, nor a school’s people the office', async () => {
  const staff = app.visitor()
  await staff.post('/sign-in', { email: cast.staff, password: 'correct horse demo' }, { follow: false })
  for (const path of ['/portal', '/portal/pupils', '/portal/schools'])
    expect([path, (await staff.get(path)).status]).toEqual([path, 403])
  expect((await staff.get('/portal/account')).words).toContain('OTrack office')
})
