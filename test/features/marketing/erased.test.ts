import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseSubject } from '../../../app/privacy/erase.server'
import { personOf } from '../../../app/privacy/person.server'
import { choiceLinks } from '../../../app/server/mail/choice-links.server'
import { newId } from '../../../app/server/ids'
import { write } from '../../../app/server/write.server'
import { marketingContacts, subscribers } from '../../../db/tables/marketing'
import { outbox } from '../../../db/tables/outbox'
import { testServices, type TestServices } from '../../support/services'
import { agreed, chooses, market, newAddress, stopAll } from './a-contact'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

type Kind = 'user' | 'lead' | 'subscriber'

async function erase(kind: Kind, id: string, email: string) {
  const actor = services.actor()
  return await write(actor, 'test.erased', async (tx) => {
    tx.audit({ subject: { kind, id } })
    return await eraseSubject(actor, tx, await personOf(actor, { kind, id, email }))
  })
}

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { db } = services
  const sql =
    db.dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
  const names = await db.query<{ name: string }>(sql)
  const [rows] = [await Promise.all(names.map(({ name }) => db.sequelize.query(`SELECT * FROM ${name}`)))]
  return JSON.stringify(rows)
}

/** Somebody of the newsletter. */
async function subscriber(email: string): Promise<string> {
  const { at } = services.actor()
  const id = newId(at)
  const shown = { wording: 'newsletter', version: 1, linkVersion: 1 }
  const times = { linkSentAt: at, createdAt: at, confirmedAt: at }
  await services.db
    .rows(subscribers)
    .insert({ id, email, firstName: 'Tormentil', state: 'confirmed', ...shown, ...times })
  return id
}

test.each(['user', 'lead', 'subscriber'] as const)(
  '[P19] an opt-out survives the erasure of a %s: only marks stay, and coming back by a list or a form is no permission',
  async (kind) => {
    const email = newAddress(`${kind}-tormentil.example`)
    const id = kind === 'subscriber' ? await subscriber(email) : newId(services.actor().at)
    const { contactId } = await chooses(services, email)
    await chooses(services, email, stopAll)
    const link = choiceLinks(services).stop(contactId, 'body').split('/').at(-1) ?? ''
    expect(await everything()).toContain(email)

    const erased = await erase(kind, id, email)
    expect(erased.counts).toMatchObject({ marketing_contacts: 1 })
    expect(erased.kept.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['marketing_choices', 'suppressions']),
    )
    const left = await everything()
    expect([left.includes(email), left.includes('Tormentil')]).toEqual([false, false])

    // Back in a list, by a form that anybody can fill in, or with a new account: the address alone permits nothing.
    expect(await market(services, email)).toBe(false)
    await chooses(services, email, { ...agreed, collectedBy: 'demo', wording: 'demo', proven: false })
    expect(await market(services, email)).toBe(false)
    // The link in an old message still says whose it is, and still ends it.
    expect(choiceLinks(services).read('opt-out', link)).toMatchObject({ ok: true, subject: contactId })
    await chooses(services, email)
    expect(await market(services, email)).toBe(true)
  },
)

test('[P19] who agreed and is erased gets nothing either, not even what was waiting, until they agree anew', async () => {
  const email = newAddress()
  const id = await subscriber(email)
  const { contactId } = await chooses(services, email)
  await market(services, email)
  await erase('subscriber', id, email)
  const contact = await services.db.rows(marketingContacts).find({ id: contactId })
  expect(contact).toMatchObject({ email: null })
  const { mark } = contact!
  expect(await services.db.rows(outbox).list({ where: { mark } })).toMatchObject([
    { state: 'withdrawn', content: null },
  ])
  await chooses(services, email, { ...agreed, proven: false })
  expect(await market(services, email)).toBe(false)
})
