import { z } from 'zod'
import { outbox } from '../../../db/tables/outbox'
import { isMessage, renderMessage } from '../../../emails/index'
import type { Actor } from '../actor'
import { choiceLinks } from './choice-links.server'
import { claimMarketing, marketingHeaders } from './marketing-mail.server'
import type { Sealed } from './outbox.server'
import { GiveUp, TryLater } from '../queue/job'
import { write } from '../write.server'

/** What the job carries. */
export const outboxRef = z.object({ outboxId: z.string() })
type OutboxRef = z.output<typeof outboxRef>

/**
 * The job that sends one message. Killed between the server's answer and our note of it, the message goes out once more, under the same
 * Message-ID. Once it is sent, address and content are gone. Marketing is claimed at the last moment: see `claimMarketing`.
 */
export async function sendMail(actor: Actor, { outboxId }: OutboxRef): Promise<void> {
  const { db, keys, mailer } = actor.services
  const row = await db.rows(outbox).find({ id: outboxId })
  if (!row?.content || row.state === 'sent' || row.state === 'withdrawn') return
  const opened = keys.open('outbox', row.content)
  if (opened === null)
    throw new GiveUp('The message was sealed under a secret that is no longer in APP_SECRET.')
  if (!isMessage(row.template)) throw new GiveUp('This build does not know the message.')
  const { to, props, attached = [], marketing } = JSON.parse(opened) as Sealed
  const choosing = marketing && choosingPart(actor, marketing, row.topic ?? '')
  const rendered = await renderMessage(row.template, props as never, mailer.sender, choosing?.words)
  if (row.kind === 'marketing' && !(await claimMarketing(actor, row))) return
  const delivery = await mailer.deliver({
    id: row.id,
    messageId: row.messageId,
    at: row.createdAt,
    to,
    attached,
    headers: choosing?.headers ?? {},
    ...rendered,
  })
  if (!delivery.ok)
    throw new (delivery.forGood ? GiveUp : TryLater)(`The mail server did not take it: ${delivery.code}.`)
  await write(actor, 'mail.sent', async (tx) => {
    await db.rows(outbox).update({ id: row.id }, { state: 'sent', sentAt: actor.at, content: null })
    tx.audit({ subject: { kind: `mail:${row.template}`, id: row.id } })
  })
}

/** What marketing carries beside its words: why somebody gets it, and how they end it. */
function choosingPart(
  { services }: Actor,
  { contactId, why }: NonNullable<Sealed['marketing']>,
  topic: string,
) {
  const links = choiceLinks(services)
  const words = { why, stopLink: links.stop(contactId, 'body'), choicesLink: links.choices(contactId) }
  return { words, headers: marketingHeaders(services, contactId, topic) }
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
