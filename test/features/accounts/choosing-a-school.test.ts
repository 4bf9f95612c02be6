import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast, schoolIdOf } from '../../support/cast'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const idOf = async (email: string) =>
  String((await app.rows('SELECT id FROM users WHERE email = ?', [email]))[0]?.['id'])
const schoolId = async (dfeNumber: string) =>
  String((await app.rows('SELECT id FROM schools WHERE dfe_number = ?', [dfeNumber]))[0]?.['id'])

test('whoever belongs to several schools chooses, and comes to where they were going; each school shows its own', async () => {
  const [demo, other] = [await schoolId('3712999'), await schoolId('3712998')]
  await app.rows('INSERT INTO memberships (school_id, user_id, role, created_at) VALUES (?, ?, ?, ?)', [
    other,
    await idOf(cast.dataLead),
    'administrator',
    Date.now(),
  ])
  const visitor = await app.signIn(cast.dataLead)
  expect(visitor.page.name).toBe('schools')
  expect(visitor.page.words).toContain('Other Primary School')
  const deep = await visitor.get('/portal/pupils?year=6')
  expect(deep.path).toBe('/portal/schools?to=%2Fportal%2Fpupils%3Fyear%3D6')

  await visitor.post(deep.path, { schoolId: demo, to: '/portal/pupils?year=6' })
  expect(visitor.page.path).toBe('/portal/pupils?year=6')
  expect(await schoolIdOf(visitor)).toBe(demo)
  expect((await visitor.get('/portal')).words).toContain('data lead')

  await visitor.post('/portal/schools', { schoolId: other })
  expect(visitor.page.words).toContain('No pupils yet')
  expect(visitor.page.words).toContain('administrator')
  const late = await visitor.post('/portal/account', {
    intent: 'details',
    firstName: 'A',
    lastName: 'B',
    schoolId: demo,
  })
  expect(late.status).toBe(409)
})

test('nobody chooses a school that is not theirs', async () => {
  const head = await app.signIn(cast.otherHead)
  const own = await schoolIdOf(head)
  for (const foreign of [await schoolId('3712999'), 'é', ''])
    expect((await head.post('/portal/schools', { schoolId: foreign })).status).toBe(404)
  expect((await head.get('/portal')).words).toContain('Other Primary School')
  expect(await schoolIdOf(head)).toBe(own)
})

test('whoever is in no school any more sees nothing of it, but their account', async () => {
  const id = await idOf(cast.finance)
  const finance = await app.signIn(cast.finance)
  expect(finance.page.words).toContain('Your role sees no pupils’ data')
  await app.rows('DELETE FROM memberships WHERE user_id = ?', [id])
  expect((await finance.get('/portal')).status).toBe(403)
  expect((await finance.get('/portal/account')).status).toBe(200)
  expect((await finance.get('/portal/schools')).words).toContain('You belong to no school')
})
