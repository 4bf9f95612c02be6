import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppContext } from '../../../app/server/context'
import { listKept, openKept } from '../../../app/features/mailbox/kept.server'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { testServices } from '../../support/services'
import type { Visitor } from '../../support/visitor'

let app: App
let visitor: Visitor

async function askForReset(email: string) {
  const person = app.visitor()
  await person.get('/forgot-password')
  await person.submit({ email })
  return app.mailbox.wait(email)
}

beforeAll(async () => {
  app = await startApp()
  visitor = app.visitor()
  expect((await visitor.get('/dev/mailbox')).words).toContain('No mail yet')
  await askForReset(cast.head)
  await askForReset(cast.teacher)
})
afterAll(() => app.stop())

describe('/dev/mailbox', () => {
  test('lists the kept messages, the newest first', async () => {
    const page = await visitor.get('/dev/mailbox')
    expect([page.status, page.name]).toEqual([200, 'mailbox'])
    const rows = page.all('[data-message-id]').map((row) => row.textContent)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain(cast.teacher)
    expect(rows[1]).toContain(cast.head)
  })

  test('shows a message with its headers, and its links can be followed', async () => {
    const { subject, text, links } = await app.mailbox.wait(cast.head)
    await visitor.get('/dev/mailbox')
    const rows = visitor.page.all('[data-message-id]')
    const id = rows.find((row) => row.textContent.includes(cast.head))?.getAttribute('data-message-id') ?? ''
    const page = await visitor.get(`/dev/mailbox/${id}`)
    expect([page.status, page.name, page.heading]).toEqual([200, 'mailbox-message', subject])
    for (const part of [cast.head, 'hello@otrack.localhost', text.split('\n')[0]])
      expect(page.words).toContain(part)
    const reset = links.find((link) => link.includes('/reset-password/')) ?? ''
    const address = page.all('main a').map((link) => link.getAttribute('href'))
    expect(address).toContain(reset)
    expect((await visitor.get(new URL(reset).pathname)).name).toBe('reset-password')
  })

  test('shows the HTML part on its own, where nothing runs and nothing is loaded', async () => {
    const list = await visitor.get('/dev/mailbox')
    const id = list.all('[data-message-id]')[0]?.getAttribute('data-message-id') ?? ''
    await visitor.get(`/dev/mailbox/${id}`)
    const html = await visitor.follow(/HTML part/)
    expect(html.status).toBe(200)
    expect(html.headers.get('content-type')).toContain('text/html')
    expect(html.html.querySelector('h1')?.textContent).toBeTruthy()
    const policy = html.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/sandbox/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).not.toContain('unsafe-inline')
    expect(html.headers.get('cache-control')).toContain('no-store')
  })

  test.each([
    ['nobody’s', '00000000-0000-7000-8000-000000000000'],
    ['no id', 'nothing'],
    ['a way out of the folder', '..%2F..%2Fapp-secret'],
    ['a way out in two steps', '..%252Fapp-secret'],
    ['a NUL', '00000000-0000-7000-8000-000000000000%00'],
  ])('of %s is not there', async (_, id) => {
    for (const path of [`/dev/mailbox/${id}`, `/dev/mailbox/${id}/html`]) {
      const { status } = await visitor.get(path)
      expect([400, 404]).toContain(status)
    }
  })

  test('passes over what is no whole message', async () => {
    const folder = join(app.dataDir, 'mail')
    const before = readdirSync(folder).length
    writeFileSync(join(folder, '00000000-0000-7000-8000-000000000000.eml.half'), 'From: half')
    writeFileSync(join(folder, 'notes.eml'), 'Subject: not ours')
    expect((await visitor.get('/dev/mailbox')).all('[data-message-id]')).toHaveLength(before)
    for (const name of ['00000000-0000-7000-8000-000000000000.eml.half', 'notes.eml'])
      rmSync(join(folder, name))
  })
})

test('in production there is no mailbox', async () => {
  const services = await testServices()
  const context = {
    services: { ...services, settings: { ...services.settings, production: true } },
  } as unknown as AppContext
  const notFound = { status: 404 }
  await expect(listKept(context)).rejects.toMatchObject(notFound)
  await expect(openKept(context, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject(notFound)
  await services.drop()
})
