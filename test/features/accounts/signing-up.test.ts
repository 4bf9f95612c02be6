import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => app.stop())

let nth = 0
/** A form as somebody of another school fills it in. */
const form = (changes: Record<string, string> = {}) => ({
  title: 'Mrs',
  firstName: 'Ngozi',
  lastName: 'Okafor',
  jobTitle: 'Headteacher',
  schoolName: 'Hill Street Primary School',
  dfeNumber: `371 ${2100 + nth++}`,
  phone: '01302 360246',
  email: `head${nth}@hillstreet.example`,
  password: 'kettle marble otter',
  acceptTerms: 'on',
  ...changes,
})

async function signUp(fields: Record<string, string>) {
  const visitor = app.visitor()
  await visitor.get('/sign-up')
  const page = await visitor.submit(fields)
  return { visitor, page }
}

const users = (email: string) =>
  app.rows('SELECT id, password_hash, terms_version FROM users WHERE email = ?', [email])

test('a head signs up, opens the mailed link, presses the button, and stands before an empty school', async () => {
  const fields = form({ email: 'Head@HillStreet.example' })
  const { visitor, page } = await signUp(fields)
  expect([page.status, page.path, page.name]).toEqual([200, '/sign-up/check-email', 'sign-up-check-email'])
  expect(page.passed).toEqual([{ status: 303, path: '/sign-up' }])

  const mail = await app.mailbox.wait('head@hillstreet.example')
  const link = new URL(mail.link('/verify-email/')).pathname
  const shown = await visitor.get(link)
  expect(shown.status).toBe(200)
  expect(shown.words).toContain('Hill Street Primary School')
  expect(await users('head@hillstreet.example')).toEqual([])

  const portal = await visitor.submit()
  expect([portal.path, portal.name]).toEqual(['/portal', 'dashboard'])
  expect(portal.words).toContain('No pupils yet')
  expect(portal.words).toContain('Mrs Ngozi Okafor, owner')
  const [user] = await users('head@hillstreet.example')
  expect(user?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(user?.['terms_version']).toBe(1)

  const again = await visitor.post(link)
  expect(again.path).toBe('/portal')
  const other = app.visitor()
  expect((await other.post(link, {}, { follow: false })).location).toBe('/portal')
  expect(await users('head@hillstreet.example')).toHaveLength(1)
})

test('what was typed stays, and each error says what to do; the password is never given back', async () => {
  const { page } = await signUp(
    form({ firstName: '', dfeNumber: '371 29', email: 'nobody', password: 'short', phone: '12' }),
  )
  expect(page.status).toBe(422)
  expect(page.errors).toEqual([
    'A DfE number has seven digits: three for the local authority and four for the school, such as 371 2999.',
    'Enter your first name.',
    'Enter a telephone number with its area code, such as 01302 360246, or leave this empty.',
    'Enter an email address in the form name@school.sch.uk.',
    'Enter a password of at least 10 characters. Three words that do not belong together are good.',
  ])
  expect(page.one('input[name=lastName]').getAttribute('value')).toBe('Okafor')
  expect(page.one('input[name=password]').getAttribute('value')).toBe(undefined)
  expect(page.one('input[name=acceptTerms]').hasAttribute('checked')).toBe(true)
})

test.each([
  ['acceptTerms', null],
  ['password', 'Password12345'],
  ['password', 'HillStreetPrimarySchool1'],
  ['dfeNumber', '660 2999'],
  ['jobTitle', ''],
])('%s %s is refused', async (name, value) => {
  const { page } = await signUp({ ...form(), ...(value === null ? {} : { [name]: value }) } as Record<
    string,
    string
  >)
  if (value !== null) expect([page.status, page.errors.length]).toEqual([422, 1])
  const visitor = app.visitor()
  await visitor.get('/sign-up')
  const { acceptTerms: _, ...rest } = form()
  if (value === null) expect((await visitor.submit(rest)).errors).toHaveLength(1)
})

test('one school, one account: the second is told whom to ask, and no name', async () => {
  const { page } = await signUp(form({ dfeNumber: '3712999' }))
  expect(page.status).toBe(422)
  expect(page.errors).toEqual([expect.stringContaining('This school has an account already.')])
  expect(page.text).not.toMatch(/okafor@|head@demo|Adaeze/)
})

test('an address that has an account gets the same answer, and a mail that says so', async () => {
  const known = await signUp(form({ email: 'head@demo.school' }))
  const unknown = await signUp(form())
  expect(known.page.text).toBe(unknown.page.text)
  const mail = await app.mailbox.wait('head@demo.school', { subject: /already/ })
  expect(mail.links.join(' ')).not.toContain('/verify-email/')
  expect(await users('head@demo.school')).toHaveLength(1)
})

test('who confirms first has the school; the other is told', async () => {
  const dfeNumber = '371 2200'
  const [first, second] = [form({ dfeNumber }), form({ dfeNumber })]
  expect((await signUp(first)).page.status).toBe(200)
  expect((await signUp(second)).page.status).toBe(200)
  const links = await Promise.all(
    [first, second].map(
      async ({ email }) => new URL((await app.mailbox.wait(email)).link('/verify-email/')).pathname,
    ),
  )
  expect((await app.visitor().post(links[1] ?? '')).path).toBe('/portal')
  const late = await app.visitor().post(links[0] ?? '')
  expect([late.status, late.heading]).toEqual([409, 'Your school has an account'])
  expect(await users(first.email)).toEqual([])
})

test('two presses at the same moment make one account', async () => {
  const fields = form()
  await signUp(fields)
  const link = new URL((await app.mailbox.wait(fields.email)).link('/verify-email/')).pathname
  const answers = await Promise.all([1, 2, 3].map(() => app.visitor().post(link, {}, { follow: false })))
  expect(answers.map(({ status, location }) => [status, location])).toEqual(
    [1, 2, 3].map(() => [303, '/portal']),
  )
  expect(await users(fields.email)).toHaveLength(1)
})

test('the same form sent twice makes one sign-up and one mail', async () => {
  const fields = form()
  const visitor = app.visitor()
  await visitor.get('/sign-up')
  const token = visitor.page.one('input[name=formToken]').getAttribute('value') ?? ''
  const answers = await Promise.all(
    [1, 2].map(() => app.visitor().post('/sign-up', { ...fields, formToken: token }, { follow: false })),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await app.rows('SELECT id FROM sign_ups WHERE email = ?', [fields.email])).toHaveLength(1)
  await app.mailbox.wait(fields.email)
  expect(await app.mailbox.to(fields.email)).toHaveLength(1)
})

test('a damaged link opens nothing', async () => {
  for (const token of ['x', 'a'.repeat(120)]) {
    const page = await app.visitor().get(`/verify-email/${token}`)
    expect([page.status, page.name]).toEqual([404, 'verify-email-fault'])
    expect((await app.visitor().post(`/verify-email/${token}`)).status).toBe(404)
  }
})

test('a link too old offers another, and that one opens; after two weeks all is deleted', async () => {
  const [late, never] = [form(), form()]
  await signUp(late)
  await signUp(never)
  const old = new URL((await app.mailbox.wait(late.email)).link('/verify-email/')).pathname
  await app.setClock('2026-11-28T10:00:00Z')
  const visitor = app.visitor()
  expect((await visitor.post(old)).status).toBe(409)
  expect((await visitor.get(old)).status).toBe(404)
  expect((await visitor.submit({}, { intent: 'renew' })).path).toBe('/sign-up/check-email')
  const mail = await app.mailbox.wait(late.email, { count: 2 })
  expect((await visitor.get(old)).heading).toBe('There is a newer link')
  expect((await visitor.post(new URL(mail.link('/verify-email/')).pathname)).path).toBe('/portal')

  await app.setClock('2026-12-20T10:00:00Z')
  await app.admin('run-due')
  expect(await app.rows('SELECT id FROM sign_ups')).toEqual([])
  expect(await users(late.email)).toHaveLength(1)
})
