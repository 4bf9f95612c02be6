import { z } from 'zod'
import { outbox } from '../../../db/tables/outbox'
import { isMessage, renderMessage } from '../../../emails/index'
import type { Actor } from '../actor'
import type { Sealed } from './outbox.server'
import { GiveUp, TryLater } from '../queue/job'
import { write } from '../write.server'

/** What the job carries. */
export const outboxRef = z.object({ outboxId: z.string() })
type OutboxRef = z.output<typeof outboxRef>

/**
 * The job that sends one message. Killed between the server's answer and our note of it, the message goes out once more, under the same
 * Message-ID. Once it is sent, address and content are gone.
 */
export async function sendMail(actor: Actor, { outboxId }: OutboxRef): Promise<void> {
  const { db, keys, mailer } = actor.services
  const row = await db.rows(outbox).find({ id: outboxId })
  if (!row?.content || row.state === 'sent' || row.state === 'withdrawn') return
  const opened = keys.open('outbox', row.content)
  if (opened === null)
    throw new GiveUp('The message was sealed under a secret that is no longer in APP_SECRET.')
  if (!isMessage(row.template)) throw new GiveUp('This build does not know the message.')
  const { to, props, attached = [] } = JSON.parse(opened) as Sealed
  const rendered = await renderMessage(row.template, props as never, mailer.sender)
  const delivery = await mailer.deliver({
    id: row.id,
    messageId: row.messageId,
    at: row.createdAt,
    to,
    attached,
    ...rendered,
  })
  if (!delivery.ok)
    throw new (delivery.forGood ? GiveUp : TryLater)(`The mail server did not take it: ${delivery.code}.`)
  await write(actor, 'mail.sent', async (tx) => {
    await db.rows(outbox).update({ id: row.id }, { state: 'sent', sentAt: actor.at, content: null })
    tx.audit({ subject: { kind: `mail:${row.template}`, id: row.id } })
  })
}

/** Empties a message that staff decided not to send. Joins the open transaction. */
export async function withdrawMail({ services }: Actor, { outboxId }: OutboxRef): Promise<void> {
  await services.db
    .rows(outbox)
    .update({ id: outboxId, state: ['waiting', 'failed'] }, { state: 'withdrawn', content: null })
}

/** Marks the message as failed. Its content stays for some days, so that staff can have it tried again. */
export async function mailGivenUp(actor: Actor, { outboxId }: OutboxRef): Promise<void> {
  await write(actor, 'mail.given-up', async (tx) => {
    await actor.services.db.rows(outbox).update({ id: outboxId }, { state: 'failed' })
    tx.audit({ subject: { kind: 'mail', id: outboxId } })
  })
}
