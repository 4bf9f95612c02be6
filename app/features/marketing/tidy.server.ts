import {
  marketingChoices,
  marketingContacts,
  subscribers,
  type SubscriberRow,
} from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import { write } from '../../server/write.server'
import { findContact, getsAnything, standingOf } from './contact.server'
import { LEFT_DAYS, UNCONFIRMED_DAYS } from './rules/subscribing'

const DAY_MS = 24 * 60 * 60_000

/** The nightly job that forgets subscribers: who did not confirm in time, and who ended it some time ago. Their marks stay. */
export async function tidyMarketing(actor: Actor): Promise<void> {
  const all = await actor.services.db.rows(subscribers).list()
  const gone: SubscriberRow[] = []
  for (const one of all) if (await isOver(actor, one)) gone.push(one)
  if (gone.length === 0) return
  await write(actor, 'marketing.tidied', async (tx) => {
    const { db } = actor.services
    const emails = gone.map(({ email }) => email)
    await db.rows(subscribers).remove({ id: gone.map(({ id }) => id) })
    await db.rows(marketingContacts).update({ email: emails }, { email: null })
    tx.audit({ counts: { subscribers: gone.length } })
  })
}

async function isOver(actor: Actor, { email, state, linkSentAt }: SubscriberRow): Promise<boolean> {
  const { db } = actor.services
  if (state === 'waiting') return actor.at - linkSentAt > UNCONFIRMED_DAYS * DAY_MS
  const contact = await findContact(actor, email)
  if (!contact || getsAnything(await standingOf(db, contact))) return false
  const [last] = await db
    .rows(marketingChoices)
    .list({ where: { mark: contact.mark }, order: [['place', 'desc']], limit: 1 })
  return last !== undefined && actor.at - last.at > LEFT_DAYS * DAY_MS
}
