import { Ajv2020 } from 'ajv/dist/2020'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataMap } from '../../../app/privacy/data-map'
import { nothingKnown, type About } from '../../../app/privacy/declare'
import type { Register } from '../../../app/privacy/register.schema'
import { snake } from '../../../db/tables/define'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Page } from '../../support/visit/page'

let app: App
let register: Register
let notice: Page
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  register = (await app.visitor().get('/privacy/register.json')).json() as Register
  notice = await app.visitor().get('/privacy')
})
afterAll(() => app.stop())

const activity = (id: string) => register.activities.find((one) => one.id === id)

test('[P13] the register is published, and is what its published schema says', async () => {
  const schema = (await app.visitor().get('/privacy/register.schema.json')).json() as { $id: string }
  expect(register.schema).toBe(schema.$id)
  // The formats stand in the schema for readers; what matters here is the form.
  const valid = new Ajv2020({ strict: true, validateFormats: false }).compile(schema)
  expect(valid(register), JSON.stringify(valid.errors)).toBe(true)
  expect(valid({ ...register, activities: [{ id: 'half' }] })).toBe(false)
  expect(register.generated).toContain('2026-06-15T09:00')
})

test('[P13] each purpose of the notice stands in the register with its data and its lawful basis', () => {
  const inNotice = notice.words
  const promised = [
    ['registering', 'contract'],
    ['delivering', 'contract'],
    ['recovering', 'legitimate interests'],
    ['managing', 'contract'],
    ['reviewing', 'legitimate interests'],
    ['competitions', 'consent'],
    ['protecting', 'legitimate interests'],
    ['advertising', 'consent'],
    ['analytics', 'consent'],
    ['suggestions', 'consent'],
    ['pupils-for-schools', 'the school’s instructions'],
  ] as const
  for (const [id, basis] of promised) {
    const found = activity(id)
    expect(found, id).toMatchObject({ legal_basis: basis, automated_decisions: 'none' })
    expect(inNotice, id).toContain(found?.name)
  }
  for (const { carried_out: carriedOut, fields, legal_basis: basis, ...one } of register.activities) {
    expect(fields.length > 0, one.id).toBe(carriedOut)
    if (basis === 'legitimate interests') expect(one.legitimate_interest, one.id).toBeTruthy()
  }
})

test('[P1] every entry of the register, the notice and every frame of a page says who is controller', async () => {
  expect(activity('registering')).toMatchObject({
    role: 'controller',
    controller: 'Optimum Reports Limited',
    data_subjects: ['customer'],
  })
  expect(activity('enquiries')).toMatchObject({ role: 'controller' })
  const pupils = activity('pupils-for-schools')
  expect(pupils).toMatchObject({ role: 'processor', controller: 'The pupil’s school' })
  expect(pupils?.fields.map(({ column }) => column)).toEqual(
    expect.arrayContaining(['upn', 'last_name', 'ethnicity', 'sen_need']),
  )
  // A pupil's record is in no activity of the company's own.
  for (const one of register.activities.filter(({ role }) => role === 'controller'))
    expect(one.fields.map(({ table }) => table)).not.toContain('pupils')

  for (const path of ['/', '/privacy', '/demo', '/sign-in', '/sign-up', '/receipts', '/nowhere'])
    expect((await app.visitor().get(path)).words, path).toMatch(
      /is the controller of what you tell us on this site\. For pupils’ data the school is the controller, and we are its processor/,
    )
  const lead = await app.signIn(cast.dataLead)
  for (const path of ['/portal', '/portal/pupils', '/portal/pupils/import', '/portal/rights'])
    expect((await lead.get(path)).words, path).toMatch(
      /Your school is the controller of its pupils’ data\. Optimum Reports Limited holds it as processor/,
    )
  // So does a receipt, for who holds it and for who only knows its reference.
  await lead.get('/portal/pupils')
  await lead.get(`/portal/pupils/${lead.page.all('[data-pupil-id]')[0]?.getAttribute('data-pupil-id') ?? ''}`)
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  const [receipt] = await app.rows("SELECT reference, body FROM receipts WHERE type = 'rights.erased'")
  expect(JSON.parse(String(receipt?.['body']))).toMatchObject({
    role: 'processor',
    controller: 'the pupil’s school',
  })
  expect((await app.visitor().get(`/receipts/${String(receipt?.['reference'])}`)).words).toContain(
    'holds it as processor',
  )
  const sales = await app.signIn(cast.sales)
  expect((await sales.get('/staff/leads')).words).toContain('Optimum Reports Limited is the controller')
})

test('[P20] everybody who receives data is listed with what for, in which country, and under which safeguard', () => {
  const names = register.recipients.map(({ name }) => name)
  for (const who of [
    /computers/,
    /emails/,
    /Stripe/,
    /lawyers, accountants/,
    /Revenue and Customs, regulators/,
    /buyer/,
  ])
    expect(names.join('\n')).toMatch(who)
  for (const { name, country, safeguard, when } of register.recipients) {
    expect(notice.words, name).toContain(name)
    expect(notice.words, name).toContain(country)
    if (!/^(United Kingdom|Ireland)$/.test(country)) expect(safeguard, name).toBeTruthy()
    if (when !== 'always') continue
    const receives = register.activities.some(({ fields }) =>
      fields.some(({ recipients }) => recipients.includes(name)),
    )
    expect(receives, name).toBe(true)
  }
  expect(notice.words).toContain('None of them may use it for purposes of their own')
  expect(register.sub_processors.map(({ name }) => name)).toEqual([
    'The provider who runs OTrack’s computers',
  ])
})

test('[P9] the notice lists what the data map declares, each field under the part that holds it', () => {
  const held = notice.all('dd').map((words) => words.textContent.replace(/\s+/g, ' '))
  const labels = register.activities.flatMap(({ fields }) => fields.map(({ label }) => label))
  expect(labels.length).toBeGreaterThan(80)
  for (const label of labels)
    expect(
      held.some((row) => row.includes(label)),
      label,
    ).toBe(true)
})

test('[P9] what goes with a pupil is what the data map declares, table by table', async () => {
  const lead = await app.signIn(cast.dataLead)
  const [pupil] = await app.rows(
    'SELECT p.id FROM pupils p JOIN guardian_consents g ON g.school_id = p.school_id AND g.pupil_id = p.id LIMIT 1',
  )
  const id = String(pupil?.['id'])
  const declared = dataMap.flatMap(({ table, about }) =>
    (about as readonly About<unknown>[]).flatMap(({ subject, erasure, rows }) => {
      const where = rows({ ...nothingKnown, kind: 'pupil', id })
      const [column] = Object.keys(where ?? {})
      return subject === 'pupil' && erasure.how === 'delete' && column
        ? [{ table: table.name, column: snake(column) }]
        : []
    }),
  )
  const found = async () => {
    const counts = declared.map(async ({ table, column }) => {
      const rows = await app.rows(`SELECT * FROM ${table} WHERE ${column} = ?`, [id])
      return rows.length > 0 ? [table] : []
    })
    return (await Promise.all(counts)).flat()
  }
  expect(await found()).toEqual(expect.arrayContaining(['pupils', 'guardian_consents']))

  await lead.get(`/portal/pupils/${id}`)
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  expect(await found()).toEqual([])
  const [certificate] = await app.rows('SELECT counts FROM erasures ORDER BY at DESC, id DESC')
  expect(JSON.parse(String(certificate?.['counts']))).toMatchObject({ pupils: 1, guardian_consents: 1 })
})
