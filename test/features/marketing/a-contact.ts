import { choose, contactOf, type Choosing } from '../../../app/features/marketing/marketing.server'
import { jobs } from '../../../app/jobs'
import { clockActor } from '../../../app/server/actor'
import type { Services } from '../../../app/server/context'
import { runDue } from '../../../app/server/queue/run-due.server'
import { write } from '../../../app/server/write.server'
import { outbox } from '../../../db/tables/outbox'

export const agreed: Choosing = {
  changes: [{ topic: 'product', channel: 'email', says: 'yes' }],
  collectedBy: 'newsletter',
  wording: 'newsletter',
  proven: true,
}
export const stopAll: Choosing = { changes: 'stop-all', collectedBy: 'link', wording: 'stop', proven: true }

let people = 0
export const newAddress = (domain = 'home.example') => `reader-${++people}@${domain}`

const actorOf = (services: Services) => clockActor(services, 'test')

/** Somebody at this address chooses. */
export const chooses = (services: Services, email: string, choosing: Choosing = agreed) =>
  choose(actorOf(services), { email, keepEmail: true }, choosing)

/** Asks for a marketing message to this address; false where none is written. */
export const market = (services: Services, email: string, topic = 'product'): Promise<boolean> =>
  write(actorOf(services), 'test.marketed', async (tx) => {
    tx.audit({})
    const { id: contactId } = await contactOf(actorOf(services), tx, email, { keepEmail: false })
    return await tx.marketing(
      'newsletter-welcome',
      { firstName: null, siteLink: 'https://otrack.example/' },
      { contactId, topic },
    )
  })

/** Sends what waits. */
export const sendMails = (services: Services) => runDue(services, { 'mail.send': jobs['mail.send']! })

export const waitingMarketing = ({ db }: Services) =>
  db.rows(outbox).count({ kind: 'marketing', state: 'waiting' })
