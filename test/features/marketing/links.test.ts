import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../../app/services.server'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Mail } from '../../support/mailbox'
import { agreed, chooses, market, newAddress } from './a-contact'
import { servicesOf } from './services-of'

let app: App
let services: Running
beforeAll(async () => {
  app = await startApp()
  services = await servicesOf(app)
})
afterAll(async () => {
  await services.stop()
  await app.stop()
})

/** Somebody who agreed to product news and events, and got a message. */
async function reader(): Promise<{ email: string; mail: Mail; path: string; oneClick: string }> {
  const email = newAddress('links.example')
  const changes = (['product', 'events'] as const).map(
    (topic) => ({ topic, channel: 'email', says: 'yes' }) as const,
  )
  await chooses(services, email, { ...agreed, changes })
  await market(services, email)
  const mail = await app.mailbox.wait(email, { subject: /Welcome/ })
  const path = new URL(mail.link('/unsubscribe/')).pathname
  const oneClick = new URL((mail.headers.get('list-unsubscribe') ?? '').slice(1, -1)).pathname
  return { email, mail, path, oneClick }
}
const gets = (page: { html: { querySelector(s: string): unknown } }, what: 'yes' | 'no') =>
  page.html.querySelector(`main[data-gets-marketing="${what}"]`) !== null

/** As a mail provider posts it: no origin, no cookie. */
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL(path, app.url), { method: 'POST', body, headers, redirect: 'manual' })

test('[P17] opening the link in a message changes nothing; one press on the page ends it all; undo brings back what was, and no more', async () => {
  const { email, path } = await reader()
  const visitor = app.visitor()
  await visitor.head(path)
  expect(gets(await visitor.get(path), 'yes')).toBe(true)
  expect(visitor.page.headers.get('set-cookie')).toBeNull()
  expect(gets(await app.visitor().get(path), 'yes')).toBe(true)

  const stopped = await visitor.submit({}, { form: 0 })
  expect(stopped.words).toContain('Marketing has stopped')
  expect(gets(stopped, 'no')).toBe(true)
  expect(await market(services, email)).toBe(false)
  const proof = await app.mailbox.wait(email, { subject: /chose/, count: 2 })
  expect(proof.text).toContain('News about OTrack, by email: stopped')
  expect(proof.headers.has('list-unsubscribe')).toBe(false)

  const undone = await visitor.submit({}, { intent: 'undo' })
  expect(undone.words).toContain('It is as it was before')
  expect(await market(services, email)).toBe(true)
  expect(await market(services, email, 'research')).toBe(false)
  expect((await visitor.post(path, { intent: 'undo' })).words).toContain('nothing to take back')
})

const inParts = () => {
  const data = new FormData()
  data.set('List-Unsubscribe', 'One-Click')
  return data
}

test.each([
  ['as a form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  ['in parts', inParts],
])('[P17] a mail program’s one click, %s, is answered 200 and ends it at once', async (_, body) => {
  const { email, oneClick, path } = await reader()
  await market(services, email, 'events')
  for (let again = 0; again < 2; again++) {
    const answer = await post(oneClick, body())
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
  }
  expect(await market(services, email)).toBe(false)
  expect(gets(await app.visitor().get(path), 'no')).toBe(true)
})

const damaged = ['/unsubscribe/x', `/unsubscribe/${'A'.repeat(99)}`]
test.each(damaged)('[P17] %s answers 200 and takes an address, of which it tells nothing', async (path) => {
  const click = await post(path, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }))
  expect(click.status).toBe(200)
  expect(await click.text()).toContain('name="email"')
  const known = await reader()
  const said: string[] = []
  for (const email of [known.email, newAddress('unknown.example')]) {
    const visitor = app.visitor()
    expect((await visitor.get(path)).status).toBe(200)
    const page = await visitor.submit({ email })
    expect(page.status).toBe(200)
    said.push(page.words)
  }
  expect(said[0]).toBe(said[1])
  expect(await market(services, known.email)).toBe(false)
  const visitor = app.visitor()
  await visitor.get(path)
  const wrong = await visitor.submit({ email: 'head at school' })
  expect([wrong.status, wrong.errors.join()]).toEqual([
    422,
    expect.stringContaining('Enter an email address'),
  ])
})

test('[P17] a part can be ended; pressing that button with nothing ticked ends nothing and says so', async () => {
  const { email, path } = await reader()
  const visitor = app.visitor()
  await visitor.get(path)
  expect((await visitor.post(path, { intent: 'topics' })).status).toBe(422)
  expect(gets(await visitor.get(path), 'yes')).toBe(true)
  await visitor.post(path, { topics: 'events' })
  expect(await market(services, email, 'events')).toBe(false)
  expect(await market(services, email)).toBe(true)
})

test('[P17] by the link to all choices each topic and channel is chosen by itself, and a link of one kind opens no other page', async () => {
  const { email, mail, path } = await reader()
  const choices = new URL(mail.link('/preferences/')).pathname
  const visitor = app.visitor()
  const page = await visitor.get(choices)
  const ticked = () =>
    visitor.page.html.querySelectorAll('input[checked]').map((box) => box.getAttribute('name'))
  expect(ticked()).toEqual(['product.email', 'events.email'])
  await visitor.submit({ 'events.email': null, 'surveys.sms': 'on' })
  expect(visitor.page.words).toContain('Your choices are saved')
  expect(ticked()).toEqual(['product.email', 'surveys.sms'])
  expect(await market(services, email, 'events')).toBe(false)
  expect(await market(services, email)).toBe(true)
  const proof = await app.mailbox.wait(email, { subject: /chose/, count: 2 })
  expect(proof.attachments).toHaveLength(2)
  expect(page.status).toBe(200)
  const token = path.split('/').at(-1) ?? ''
  expect((await visitor.get(`/preferences/${token}`)).status).toBe(404)
})

test('[P16] sharing with other companies has a box of its own, is off, and agreeing to all else does not agree to it', async () => {
  const { email, mail } = await reader()
  const choices = new URL(mail.link('/preferences/')).pathname
  const visitor = app.visitor()
  await visitor.get(choices)
  const topics = ['product', 'events', 'surveys', 'research']
  await visitor.post(choices, Object.fromEntries(topics.map((topic) => [`${topic}.email`, 'on'])))
  expect(await market(services, email, 'partners')).toBe(false)
  await visitor.post(choices, { 'partners.email': 'on' })
  expect(await market(services, email, 'partners')).toBe(true)
  expect(await market(services, email, 'product')).toBe(false)
})

test('[P17] what is posted to the link is short, and neither address nor token is in the log or the trail', async () => {
  const { email, path } = await reader()
  expect((await post(path, new URLSearchParams({ all: 'x'.repeat(5000) }))).status).toBe(413)
  await post(path, new URLSearchParams({ all: 'on' }))
  const token = path.split('/').at(-1) ?? ''
  const trail = JSON.stringify(await app.rows('SELECT * FROM audit_entries'))
  for (const text of [email, token])
    expect([app.logs().join('\n').includes(text), trail.includes(text)]).toEqual([false, false])
})

test('[P18] after all marketing is ended, what the contract needs still comes: the receipt at once, and a password link when it is asked for', async () => {
  await chooses(services, cast.finance)
  await market(services, cast.finance)
  const mail = await app.mailbox.wait(cast.finance, { subject: /Welcome/ })
  await post(new URL(mail.link('/unsubscribe/')).pathname, new URLSearchParams({ all: 'on' }))
  const proof = await app.mailbox.wait(cast.finance, { subject: /chose/, count: 2 })
  expect(proof.attachments.map(({ filename }) => filename)).toEqual([
    expect.stringMatching(/^otrack-receipt-\w{16}\.json$/),
  ])
  const visitor = app.visitor()
  await visitor.get('/forgot-password')
  await visitor.submit({ email: cast.finance })
  const reset = await app.mailbox.wait(cast.finance, { subject: /password/i })
  for (const { headers } of [proof, reset])
    expect([...headers.keys()].filter((name) => name.startsWith('list-'))).toEqual([])
})
