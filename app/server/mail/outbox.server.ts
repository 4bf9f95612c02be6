import { outbox } from '../../../db/tables/outbox'
import {
  messages,
  type ContractName,
  type MarketingName,
  type MessageName,
  type MessageProps,
} from '../../../emails/index'
import type { Actor } from '../actor'
import { newId } from '../ids'
import { putJob } from '../queue/put-job.server'
import type { MarketingRecipient } from './marketing'

/** What is sealed in the outbox until the message is sent. */
export interface Sealed {
  to: string
  props: unknown
  attached?: readonly Attached[]
  /** Of marketing: whose opt-out links it carries, and why they get it. */
  marketing?: Pick<MarketingRecipient, 'contactId' | 'why'>
}

/** A file that goes with a message, such as a receipt: JSON text. */
export interface Attached {
  name: string
  content: string
}

export interface MailOptions {
  attached?: readonly Attached[]
}

/** Writes a message that the contract needs and the job that sends it, as rows of the open transaction. It goes whatever somebody chose. */
export const putMail = <Name extends ContractName>(
  actor: Actor,
  name: Name,
  props: MessageProps<Name>,
  to: string,
  { attached }: MailOptions = {},
): Promise<void> => put(actor, name, { to, props, ...(attached && { attached }) }, nobodyMarked)

/** Where a marketing message goes: never an address, always somebody who chose. */
export interface MarketingTo {
  contactId: string
  topic: string
}

/** Writes a marketing message as rows of the open transaction; false, and nothing written, where the present choice is not yes (P15). */
export async function putMarketing<Name extends MarketingName>(
  actor: Actor,
  name: Name,
  props: MessageProps<Name>,
  { contactId, topic }: MarketingTo,
): Promise<boolean> {
  const recipient = await actor.services.mayMarket(contactId, topic)
  if (!recipient) return false
  const { email: to, mark, folded, why } = recipient
  await put(actor, name, { to, props, marketing: { contactId, why } }, { mark, folded, topic })
  return true
}

const nobodyMarked = { mark: null, folded: null, topic: null }

async function put(
  actor: Actor,
  name: MessageName,
  sealed: Sealed,
  marked: { mark: string | null; folded: string | null; topic: string | null },
): Promise<void> {
  const { db, keys, settings } = actor.services
  const id = newId(actor.at)
  await db.rows(outbox).insert({
    id,
    template: name,
    kind: messages[name].kind,
    content: keys.seal('outbox', JSON.stringify(sealed)),
    messageId: `<${id}@${new URL(settings.baseUrl).hostname}>`,
    state: 'waiting',
    createdAt: actor.at,
    sentAt: null,
    ...marked,
    claim: null,
  })
  await putJob(actor, 'mail.send', { outboxId: id })
}
