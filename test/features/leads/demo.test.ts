import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'

const start = Date.parse('2026-11-24T09:00:00Z')
let app: App
let elapsedMs = 0
beforeAll(async () => {
  app = await startApp({ now: new Date(start).toISOString(), seed: false })
  // The clock runs on while the product starts: from here on it is ahead of that.
  await wait(60_000)
})
afterAll(() => app.stop())

/** Lets a person take their time. */
async function wait(ms: number) {
  elapsedMs += ms
  await app.setClock(new Date(start + elapsedMs).toISOString())
}

const form = (email: string, changes: Record<string, string> = {}) => ({
  firstName: 'Ngozi',
  lastName: 'Okafor',
  email,
  phone: '01302  360246',
  localAuthority: '371',
  schoolName: 'Hill Street Primary School',
  role: 'Headteacher',
  message: 'How do you read SIMS exports?\nWe have 210 pupils.',
  ...changes,
})

/** Opens the form, takes three seconds to fill it in, and sends it. */
async function ask(email: string, changes: Record<string, string> = {}, visitor = app.visitor()) {
  await visitor.get('/demo')
  await wait(3_000)
  return visitor.submit(form(email, changes))
}

const leads = (email: string) => app.rows('SELECT * FROM leads WHERE email = ?', [email])
const enquiries = (email: string) =>
  app.rows('SELECT e.* FROM enquiries e JOIN leads l ON l.id = e.lead_id WHERE l.email = ?', [email])

test('[P6][P10] a head asks for a demo: a lead with these fields alone, an enquiry, a mail, an audit entry', async () => {
  const page = await ask('Head@HillStreet.example')
  expect([page.path, page.name, page.status]).toEqual(['/demo/thanks', 'demo-thanks', 200])
  expect(page.passed).toEqual([{ status: 303, path: '/demo' }])
  expect(page.words).toContain('will write or ring to agree a time')

  const [lead] = await leads('head@hillstreet.example')
  const { id, created_at, last_active_at, ...fields } = lead!
  expect(fields).toEqual({
    email: 'head@hillstreet.example',
    first_name: 'Ngozi',
    last_name: 'Okafor',
    phone: '01302 360246',
    local_authority: '371',
    search_name: 'ngozi okafor',
  })
  expect(created_at).toBe(last_active_at)
  const [enquiry] = await enquiries('head@hillstreet.example')
  expect(enquiry).toMatchObject({ lead_id: id, kind: 'demo', role: 'Headteacher' })

  const mail = await app.mailbox.wait('head@hillstreet.example')
  expect(mail.subject).toBe('We have your request for a demo')
  expect(mail.text).toContain('Hello Ngozi,')
  expect(mail.text).not.toMatch(/SIMS|Hill Street|Okafor/)
  expect(mail.headers.get('list-unsubscribe')).toBeUndefined()
  const [entry] = await app.rows("SELECT * FROM audit_entries WHERE act = 'leads.enquired'")
  expect(entry).toMatchObject({ actor_kind: 'visitor', subject_id: id, door: 'POST /demo' })
  expect(JSON.stringify(entry)).not.toMatch(/Ngozi|hillstreet/i)
})

test('what is wrong stands beside the fields, and what was typed stays', async () => {
  const page = await ask('head at hillstreet', {
    firstName: '',
    lastName: 'visit casino.example now',
    phone: '12',
    localAuthority: '999',
    message: 'kept <b>',
  })
  expect(page.status).toBe(422)
  expect(page.errors).toEqual([
    'Enter your first name.',
    'Enter the name alone, without an address or a link.',
    'Enter an email address in the form name@school.sch.uk.',
    'Enter a telephone number with its area code, such as 01302 360246.',
    'Choose the local authority that your school is in.',
  ])
  expect(page.one('[name=email]').getAttribute('value')).toBe('head at hillstreet')
  expect(page.one('[name=message]').textContent).toContain('kept')
  expect(page.one('[name=email]').getAttribute('aria-invalid')).toBe('true')
})

test('only the required fields need an answer', async () => {
  const page = await ask('short@hillstreet.example', { schoolName: '', role: '', message: '' })
  expect(page.name).toBe('demo-thanks')
  expect(await enquiries('short@hillstreet.example')).toMatchObject([
    { school_name: null, role: null, message: null },
  ])
})

test('a form that comes back within two seconds is shown again with what was typed, and taken when sent later', async () => {
  const visitor = app.visitor()
  await visitor.get('/demo')
  await wait(1_000)
  const early = await visitor.submit(form('fast@hillstreet.example'))
  expect([early.status, early.errors.length]).toEqual([422, 1])
  expect(early.one('[name=firstName]').getAttribute('value')).toBe('Ngozi')
  expect(early.one('[name=localAuthority] option[selected]').getAttribute('value')).toBe('371')
  expect(await leads('fast@hillstreet.example')).toEqual([])
  await wait(5_000)
  expect((await visitor.submit()).name).toBe('demo-thanks')
  expect(await leads('fast@hillstreet.example')).toHaveLength(1)
})

test('a form without its token, or with a damaged one, is shown again', async () => {
  const visitor = app.visitor()
  await visitor.get('/demo')
  const token = visitor.page.one('main [name=formToken]').getAttribute('value') ?? ''
  await wait(3_000)
  const email = 'token@hillstreet.example'
  expect((await visitor.post('/demo', form(email))).status).toBe(422)
  const damaged = { ...form(email), formToken: `${token.slice(0, -4)}AAAA` }
  expect((await visitor.post('/demo', damaged)).status).toBe(422)
  expect(await leads(email)).toEqual([])
})

test('a program that fills in every field is thanked like anybody, and nothing is kept', async () => {
  const page = await ask('robot@spam.example', { leaveEmpty: 'https://spam.example' })
  expect(page.name).toBe('demo-thanks')
  expect(await leads('robot@spam.example')).toEqual([])
})

test('[P6] the same person asking again is one lead with two enquiries, and gets one mail an hour', async () => {
  await ask('twice@hillstreet.example')
  await ask('TWICE@hillstreet.example', { lastName: 'Okafor-Bell', localAuthority: '370' })
  expect(await leads('twice@hillstreet.example')).toMatchObject([
    { last_name: 'Okafor-Bell', local_authority: '370', search_name: 'ngozi okafor bell' },
  ])
  expect(await enquiries('twice@hillstreet.example')).toHaveLength(2)
  await wait(60 * 60_000)
  await ask('twice@hillstreet.example')
  await app.mailbox.wait('twice@hillstreet.example', { count: 2 })
  expect(await app.mailbox.to('twice@hillstreet.example')).toHaveLength(2)
  expect(await enquiries('twice@hillstreet.example')).toHaveLength(3)
})

test('the same post again answers as the first did and changes nothing more', async () => {
  const visitor = app.visitor()
  await visitor.get('/demo')
  const formToken = visitor.page.one('main [name=formToken]').getAttribute('value') ?? ''
  await wait(3_000)
  const fields = { ...form('repeat@hillstreet.example'), formToken }
  const posts = await Promise.all([1, 2, 3].map(() => app.visitor().post('/demo', fields)))
  expect(posts.map((page) => page.name)).toEqual(['demo-thanks', 'demo-thanks', 'demo-thanks'])
  expect(await enquiries('repeat@hillstreet.example')).toHaveLength(1)
})

test('six windows of one person at the same moment are one lead', async () => {
  const email = 'six@hillstreet.example'
  const visitors = Array.from({ length: 6 }, () => app.visitor())
  await Promise.all(visitors.map((visitor) => visitor.get('/demo')))
  await wait(3_000)
  const pages = await Promise.all(visitors.map((visitor) => visitor.submit(form(email))))
  expect(pages.map((page) => page.name)).toEqual(visitors.map(() => 'demo-thanks'))
  expect(await leads(email)).toHaveLength(1)
  expect(await enquiries(email)).toHaveLength(6)
})

test('a post from another site is refused, and the page sets no cookie', async () => {
  const visitor = app.visitor()
  await visitor.get('/demo')
  const foreign = await visitor.post('/demo', form('foreign@hillstreet.example'), {
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(foreign.status).toBe(403)
  expect(visitor.cookies.header()).toBeFalsy()
})
