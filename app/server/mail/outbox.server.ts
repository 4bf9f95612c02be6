import { outbox } from '../../../db/tables/outbox'
import { messages, type MessageName, type MessageProps } from '../../../emails/index'
import type { Actor } from '../actor'
import { newId } from '../ids'
import { putJob } from '../queue/put-job.server'

/** What is sealed in the outbox until the message is sent. */
export interface Sealed {
  to: string
  props: unknown
  attached?: readonly Attached[]
}

/** A file that goes with a message, such as a receipt: JSON text. */
export interface Attached {
  name: string
  content: string
}

export interface MailOptions {
  attached?: readonly Attached[]
}

/** Writes a message and the job that sends it, as rows of the open transaction. */
export async function putMail<Name extends MessageName>(
  actor: Actor,
  name: Name,
  props: MessageProps<Name>,
  to: string,
  { attached }: MailOptions = {},
): Promise<void> {
  const { db, keys, settings } = actor.services
  const id = newId(actor.at)
  await db.rows(outbox).insert({
    id,
    template: name,
    kind: messages[name].kind,
    content: keys.seal(
      'outbox',
      JSON.stringify({ to, props, ...(attached && { attached }) } satisfies Sealed),
    ),
    messageId: `<${id}@${new URL(settings.baseUrl).hostname}>`,
    state: 'waiting',
    createdAt: actor.at,
    sentAt: null,
  })
  await putJob(actor, 'mail.send', { outboxId: id })
}
