import { outbox, type OutboxRow } from '../../../db/tables/outbox'
import type { Actor } from '../actor'
import type { Services } from '../context'
import { newId } from '../ids'
import { write } from '../write.server'
import { choiceLinks } from './choice-links.server'

/**
 * Claims a marketing message, in one statement that looks for suppression itself: an opt-out that was committed before always wins, and one
 * that is being written waits for the same row. What was not claimed is withdrawn. False: it must not go.
 */
export async function claimMarketing(actor: Actor, { id }: OutboxRow): Promise<boolean> {
  const { db } = actor.services
  const claimed = await db.run(
    `UPDATE outbox SET claim = ? WHERE id = ? AND state IN ('waiting', 'failed') AND NOT EXISTS (
       SELECT 1 FROM suppressions WHERE suppressions.channel = 'email'
       AND suppressions.mark IN (outbox.mark, outbox.folded) AND suppressions.scope IN ('all', outbox.topic))`,
    [newId(actor.at), id],
  )
  if (claimed > 0) return true
  await write(actor, 'mail.withdrawn', async (tx) => {
    const waiting = { id, state: ['waiting', 'failed'] as const }
    await db.rows(outbox).update(waiting, { state: 'withdrawn', content: null })
    tx.audit({ subject: { kind: 'mail', id } })
  })
  return false
}

/**
 * Withdraws the marketing that waits for an address, as part of the transaction that says no. Answers how many messages. Of all topics
 * where none are named.
 */
export async function withdrawMarketing(
  { db }: Services,
  marks: readonly string[],
  ofTopics?: readonly string[],
): Promise<number> {
  if (ofTopics?.length === 0) return 0
  return await db.run(
    `UPDATE outbox SET state = 'withdrawn', content = NULL WHERE kind = 'marketing' AND state IN ('waiting', 'failed')
     AND (mark IN (?) OR folded IN (?))${ofTopics ? ' AND topic IN (?)' : ''}`,
    [marks, marks, ...(ofTopics ? [ofTopics] : [])],
  )
}

/** What every marketing message carries beside its words: its list (RFC 2919) and the one click that ends it (RFC 2369, RFC 8058). */
export function marketingHeaders(services: Services, contactId: string, topic: string) {
  const host = new URL(services.settings.baseUrl).hostname
  return {
    'List-Unsubscribe': `<${choiceLinks(services).stop(contactId, 'header')}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `OTrack ${topic} <${topic}.${host}>`,
  }
}
