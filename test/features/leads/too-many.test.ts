import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'

let app: App
beforeAll(async () => {
  app = await startApp({ seed: false })
})
afterAll(() => app.stop())

test('60 forms in ten minutes from one address are enough: the next is 429, says when to come back, and keeps what was typed', async () => {
  const visitor = app.visitor()
  await visitor.get('/demo')
  for (let sent = 0; sent < 60; sent += 1) expect((await visitor.post('/demo', {})).status).toBe(422)
  const page = await visitor.post('/demo', { firstName: 'Ngozi' })
  expect(page.status).toBe(429)
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(page.errors).toHaveLength(1)
  expect(page.one('[name=firstName]').getAttribute('value')).toBe('Ngozi')
})
