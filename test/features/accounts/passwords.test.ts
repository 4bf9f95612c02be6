import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast, demoPassword, schoolIdOf } from '../../support/cast'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => app.stop())

const pathOf = (link: string) => new URL(link).pathname
const maySignIn = async (email: string, password: string) =>
  (await app.visitor().post('/sign-in', { email, password }, { follow: false })).status === 303

async function ask(email: string) {
  const visitor = app.visitor()
  await visitor.get('/forgot-password')
  return await visitor.submit({ email })
}

test('whoever forgot their password sets a new one by a mailed link, once; everybody who was signed in is out', async () => {
  const elsewhere = await app.signIn(cast.dataLead)
  await ask(cast.dataLead)
  const link = pathOf(
    (await app.mailbox.wait(cast.dataLead, { subject: /new password/i })).link('/reset-password/'),
  )

  const visitor = app.visitor()
  expect((await visitor.get(link)).words).toContain(cast.dataLead)
  expect((await visitor.submit({ password: 'data@demo.school' })).status).toBe(422)
  const page = await visitor.submit({ password: 'kettle marble otter' })
  expect(page.path).toBe('/sign-in?done=password')
  expect(await maySignIn(cast.dataLead, 'kettle marble otter')).toBe(true)
  expect(await maySignIn(cast.dataLead, demoPassword)).toBe(false)
  expect((await elsewhere.get('/portal')).name).toBe('sign-in')

  expect([(await visitor.get(link)).status, visitor.page.heading]).toEqual([404, 'This link has been used'])
  expect((await visitor.post(link, { password: 'another three words' })).status).toBe(409)
  expect(await maySignIn(cast.dataLead, 'kettle marble otter')).toBe(true)
  await app.mailbox.wait(cast.dataLead, { subject: /was changed/ })
})

test('the form of a new password sent twice is answered twice alike', async () => {
  await ask(cast.finance)
  const link = pathOf((await app.mailbox.wait(cast.finance)).link('/reset-password/'))
  const visitor = app.visitor()
  await visitor.get(link)
  const formToken = visitor.page.one('input[name=formToken]').getAttribute('value') ?? ''
  const answers = await Promise.all(
    [1, 2].map(() =>
      app.visitor().post(link, { password: 'kettle marble otter', formToken }, { follow: false }),
    ),
  )
  expect(answers.map(({ status, location }) => [status, location])).toEqual(
    [1, 2].map(() => [303, '/sign-in?done=password']),
  )
  expect(await app.rows('SELECT password_version FROM users WHERE email = ?', [cast.finance])).toEqual([
    { password_version: 2 },
  ])
})

test('an unknown address is answered alike, byte for byte, and nothing is sent', async () => {
  const known = await ask(cast.teacher)
  const unknown = await ask('nobody@demo.school')
  expect(known.path).toBe('/forgot-password?sent=1')
  expect(unknown.text).toBe(known.text)
  await app.mailbox.wait(cast.teacher)
  await app.admin('run-due')
  expect(await app.mailbox.to('nobody@demo.school')).toEqual([])
  expect(JSON.stringify(await app.rows('SELECT payload FROM jobs'))).not.toContain('nobody@')
})

test('no more than five mails an hour go to one address, and the answer does not say so', async () => {
  for (let nth = 0; nth < 8; nth++) expect((await ask(cast.head)).path).toBe('/forgot-password?sent=1')
  await app.mailbox.wait(cast.head, { count: 5 })
  await app.admin('run-due')
  expect(await app.mailbox.to(cast.head)).toHaveLength(5)
})

test('a link is dead after two hours, and when damaged', async () => {
  await ask(cast.otherHead)
  const link = pathOf((await app.mailbox.wait(cast.otherHead)).link('/reset-password/'))
  expect((await app.visitor().get(`${link.slice(0, -1)}_`)).status).toBe(404)
  await app.setClock('2026-11-24T11:30:00Z')
  expect([(await app.visitor().get(link)).heading]).toEqual(['This link is too old'])
  expect((await app.visitor().post(link, { password: 'kettle marble otter' })).status).toBe(409)
  expect(await maySignIn(cast.otherHead, demoPassword)).toBe(true)
})

test('on the own page the password is changed by giving the present one; other browsers are signed out', async () => {
  const [here, there] = [await app.signIn(cast.otherHead), await app.signIn(cast.otherHead)]
  await here.get('/portal/account')
  const wrong = await here.submit(
    { passwordNow: 'wrong', password: 'kettle marble otter' },
    { intent: 'password' },
  )
  expect([wrong.status, wrong.errors]).toEqual([422, ['The present password is not right.']])
  const weak = await here.submit(
    { passwordNow: demoPassword, password: 'Other Primary School' },
    { intent: 'password' },
  )
  expect(weak.status).toBe(422)
  const page = await here.submit(
    { passwordNow: demoPassword, password: 'kettle marble otter' },
    { intent: 'password' },
  )
  expect([page.path, page.name]).toEqual(['/portal/account?done=password', 'account'])
  expect((await there.get('/portal')).name).toBe('sign-in')
  expect(await maySignIn(cast.otherHead, 'kettle marble otter')).toBe(true)
  await app.mailbox.wait(cast.otherHead, { subject: /was changed/ })
})

test('the own page keeps names, and signs out everywhere', async () => {
  const [here, there] = [await app.signIn(cast.head), await app.signIn(cast.head)]
  await here.get('/portal/account')
  const bad = await here.submit({ firstName: '', lastName: 'Bello' }, { intent: 'details' })
  expect([bad.status, bad.one('input[name=lastName]').getAttribute('value')]).toEqual([422, 'Bello'])
  const page = await here.submit({ firstName: 'Zoë', lastName: 'Bello' }, { intent: 'details' })
  expect(page.words).toContain('Mrs Zoë Bello, owner')
  expect((await here.post('/portal/account', { intent: 'other' })).status).toBe(404)
  await here.get('/portal/account')
  expect((await here.submit({}, { intent: 'sign-out-everywhere' })).path).toBe('/sign-in?done=everywhere')
  expect((await there.get('/portal')).name).toBe('sign-in')
})

test('a form of another school than the one acted for is refused', async () => {
  const head = await app.signIn(cast.head)
  const other = await app.visitor().get('/sign-in')
  expect(other.status).toBe(200)
  const own = await schoolIdOf(head)
  const foreign = own.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const fields = { intent: 'details', firstName: 'A', lastName: 'B' }
  expect((await head.post('/portal/account', { ...fields, schoolId: foreign })).status).toBe(409)
  expect((await head.post('/portal/account', { ...fields, schoolId: own }, { follow: false })).status).toBe(
    303,
  )
})

test('the password again makes a session fresh', async () => {
  await app.setClock('2026-11-25T09:00:00Z')
  const head = await app.signIn(cast.head)
  await app.setClock('2026-11-25T09:30:00Z')
  await head.get('/portal/confirm?to=/portal/pupils')
  expect((await head.submit({ password: 'wrong' })).status).toBe(422)
  const page = await head.submit({ password: demoPassword }, { follow: false })
  expect([page.status, page.location]).toEqual([303, '/portal/pupils'])
  const fresh = await app.rows('SELECT id FROM sessions WHERE confirmed_at >= ?', [
    Date.parse('2026-11-25T09:30:00Z'),
  ])
  expect(fresh).toHaveLength(1)
})

test('password managers find the page on which a password is changed', async () => {
  const page = await app.visitor().get('/.well-known/change-password', { follow: false })
  expect([page.status, page.location]).toEqual([303, '/portal/account#password'])
})

test('of two who change one password at the same moment one is told no, and only the other’s word opens', async () => {
  const chosen = ['violet ladder comet', 'copper window thistle']
  const sessions = await Promise.all(chosen.map(() => app.signIn(cast.teacher)))
  const answers = await Promise.all(
    sessions.map((visitor, nth) =>
      visitor.post(
        '/portal/account',
        { intent: 'password', passwordNow: demoPassword, password: chosen[nth] ?? '' },
        { follow: false },
      ),
    ),
  )
  // The other's session ends with the change: whoever comes later still is asked to sign in.
  const done = answers.map(({ location }) => location === '/portal/account?done=password')
  expect(done.filter(Boolean)).toHaveLength(1)
  for (const [nth, password] of chosen.entries())
    expect(await maySignIn(cast.teacher, password)).toBe(done[nth])
})
