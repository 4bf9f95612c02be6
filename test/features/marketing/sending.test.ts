import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressMarks } from '../../../app/server/mail/address-marks.server'
import { suppressions } from '../../../db/tables/marketing'
import { outbox } from '../../../db/tables/outbox'
import { mailboxOf, type Mailbox } from '../../support/mailbox'
import { testServices, type TestServices } from '../../support/services'
import { agreed, chooses, market, newAddress, sendMails, stopAll } from './a-contact'

let services: TestServices
let mailbox: Mailbox
beforeAll(async () => {
  services = await testServices()
  mailbox = mailboxOf(services.settings.dataDir)
})
afterAll(() => services.drop())

const welcomes = async (email: string) =>
  (await mailbox.to(email)).filter(({ subject }) => subject.startsWith('Welcome'))

test('[P15] marketing goes to who agreed and to nobody else, and says why, who sends it and how to end it', async () => {
  const reader = newAddress()
  expect(await market(services, reader)).toBe(false)
  await chooses(services, reader)
  expect(await market(services, reader, 'events')).toBe(false)
  expect(await market(services, reader)).toBe(true)
  await sendMails(services)
  const [mail, ...more] = await welcomes(reader)
  expect(more).toEqual([])
  const { headers, text, html } = mail!
  const [, oneClick] = /^<(http\S+\/unsubscribe\/[\w-]+)>$/.exec(headers.get('list-unsubscribe') ?? '') ?? []
  expect(oneClick).toBeDefined()
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(headers.get('list-id')).toBe('OTrack product <product.localhost>')
  expect(mail!.link('/unsubscribe/')).not.toBe(oneClick)
  expect(html).toContain(mail!.link('/preferences/'))
  expect(text).toContain('You get this message because you agreed to it in our newsletter form on')
  for (const line of services.mailer.sender) expect(text).toContain(line)
  expect(`${oneClick} ${text}`).not.toContain(reader.split('@')[0])
})

test('[P15] an unproven yes, an empty box and a list are no permission', async () => {
  const [typed, empty] = [newAddress(), newAddress()]
  const box = { ...agreed, collectedBy: 'demo', wording: 'demo', proven: false } as const
  await chooses(services, typed, box)
  await chooses(services, empty, { ...box, changes: [{ topic: 'product', channel: 'email', says: 'no' }] })
  for (const email of [typed, empty]) expect(await market(services, email)).toBe(false)
  await expect(chooses(services, newAddress(), { ...agreed, collectedBy: 'import' })).rejects.toThrow(
    'import',
  )
})

test('[P17] an opt-out takes the marketing that waits with it, and all that was kept of it', async () => {
  const reader = newAddress()
  await chooses(services, reader)
  await market(services, reader)
  const { mark } = addressMarks(services, reader)
  await chooses(services, reader, stopAll)
  expect(await services.db.rows(outbox).list({ where: { mark } })).toMatchObject([
    { state: 'withdrawn', content: null },
  ])
  expect(await market(services, reader)).toBe(false)
  await sendMails(services)
  expect(await welcomes(reader)).toEqual([])
})

test('[P17] a message that was being written while the opt-out was committed is not sent', async () => {
  const reader = newAddress()
  await chooses(services, reader)
  await market(services, reader)
  // As if this message had not been there yet when the opt-out withdrew what waited.
  const { mark } = addressMarks(services, reader)
  const [waiting] = await services.db.rows(outbox).list({ where: { mark } })
  await chooses(services, reader, stopAll)
  await services.db.rows(outbox).update({ id: waiting!.id }, { state: 'waiting', content: waiting!.content })
  await sendMails(services)
  expect(await welcomes(reader)).toEqual([])
  expect(await services.db.rows(outbox).find({ id: waiting!.id })).toMatchObject({
    state: 'withdrawn',
    content: null,
  })
})

test('[P17] stopping one topic holds back that topic alone', async () => {
  const reader = newAddress()
  const both = ['product', 'events'] as const
  const changes = both.map((topic) => ({ topic, channel: 'email', says: 'yes' }) as const)
  await chooses(services, reader, { ...agreed, collectedBy: 'preferences', wording: 'preferences', changes })
  for (const topic of both) await market(services, reader, topic)
  await chooses(services, reader, {
    ...stopAll,
    changes: [{ topic: 'events', channel: 'email', says: 'no' }],
  })
  await sendMails(services)
  expect((await welcomes(reader)).map(({ headers }) => headers.get('list-id'))).toEqual([
    'OTrack product <product.localhost>',
  ])
})

test('[P18] what the contract needs goes after an opt-out too, carries none of it, and brings the receipt', async () => {
  const reader = newAddress()
  await chooses(services, reader)
  const stopped = await chooses(services, reader, stopAll)
  await sendMails(services)
  const [agreeing, ending] = await mailbox.to(reader)
  expect(agreeing?.text).toContain('News about OTrack, by email: agreed')
  expect(ending?.text).toContain('News about OTrack, by email: stopped')
  expect(ending?.attachments[0]?.filename).toBe(`otrack-receipt-${stopped.receipts[0]?.reference}.json`)
  for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'list-id'])
    expect(ending?.headers.has(name)).toBe(false)
})

test('[P17] one mailbox of several spellings is one, where its provider folds, and nowhere else', async () => {
  await chooses(services, 'n.okafor+otrack@gmail.com')
  await chooses(services, 'n+okafor@hill-street.sch.uk')
  await chooses(services, 'nokafor@gmail.com', stopAll)
  await chooses(services, 'n@hill-street.sch.uk', stopAll)
  expect(await market(services, 'n.okafor+otrack@gmail.com')).toBe(false)
  expect(await market(services, 'n+okafor@hill-street.sch.uk')).toBe(true)
})

test('[P17] saying no twice writes nothing twice; a proven yes afterwards lifts its own topic and nothing wider', async () => {
  const reader = newAddress()
  await chooses(services, reader, stopAll)
  const again = await chooses(services, reader, stopAll)
  expect(again).toMatchObject({ batch: null, receipts: [] })
  await chooses(services, reader)
  expect(await market(services, reader)).toBe(true)
  const { mark } = addressMarks(services, reader)
  const held = await services.db.rows(suppressions).list({ where: { mark, channel: 'email' } })
  expect(held.map(({ scope }) => scope).sort()).toEqual(['events', 'partners', 'research', 'surveys'])
})
