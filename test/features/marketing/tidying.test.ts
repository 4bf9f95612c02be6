import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidyMarketing } from '../../../app/features/marketing/tidy.server'
import { clockActor } from '../../../app/server/actor'
import { newId } from '../../../app/server/ids'
import { marketingContacts, subscribers } from '../../../db/tables/marketing'
import { testServices, type TestServices } from '../../support/services'
import { withClocks } from '../jobs/a-queue'
import { chooses, newAddress, stopAll } from './a-contact'

let base: TestServices
beforeAll(async () => {
  base = await testServices()
})
afterAll(() => base.drop())

const DAY = 24 * 60 * 60_000

test('[P9] who did not confirm, and who ended it, is forgotten when their time is over, and nobody else', async () => {
  const { clocks, services } = withClocks(base)
  const subscribe = async (state: 'waiting' | 'confirmed') => {
    const email = newAddress('tidy.example')
    const at = clocks.now
    const shown = { firstName: null, wording: 'newsletter', version: 1, linkVersion: 1 }
    const times = { linkSentAt: at, createdAt: at, confirmedAt: state === 'confirmed' ? at : null }
    await services.db.rows(subscribers).insert({ id: newId(at), email, state, ...shown, ...times })
    if (state === 'confirmed') await chooses(services, email)
    return email
  }
  const [unconfirmed, reading, left] = [
    await subscribe('waiting'),
    await subscribe('confirmed'),
    await subscribe('confirmed'),
  ]
  await chooses(services, left, stopAll)
  const tidied = async (days: number) => {
    clocks.now += days * DAY
    await tidyMarketing(clockActor(services, 'test'))
    const [people, contacts] = await Promise.all([
      services.db.rows(subscribers).list(),
      services.db.rows(marketingContacts).list(),
    ])
    const emails = contacts.map(({ email }) => email).filter((email) => email !== null)
    return { people: people.map(({ email }) => email).sort(), emails: emails.sort() }
  }
  expect(await tidied(13)).toEqual({
    people: [unconfirmed, reading, left].sort(),
    emails: [reading, left].sort(),
  })
  expect(await tidied(2)).toEqual({ people: [reading, left].sort(), emails: [reading, left].sort() })
  expect(await tidied(16)).toEqual({ people: [reading], emails: [reading] })
})
