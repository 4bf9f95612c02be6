import type { ContactRow } from '../../../db/tables/marketing'
import type { AppContext } from '../../server/context'
import { doorOf, pathOf, type Actor } from '../../server/actor'
import { choiceLinks } from '../../server/mail/choice-links.server'
import { choose, undoable, undoLast } from './choose.server'
import { contactById, getsAnything, standingOf, type Standing } from './contact.server'
import { choicesFrom, topicsFrom } from './forms'
import { CHANNELS, type Topic } from './rules'

export type LinkPurpose = 'opt-out' | 'preferences'

/** Who holds a link to stop or to choose, as an actor; null where the token opens nothing. */
export async function holderOf(
  request: Request,
  { services, requestId, address }: AppContext,
  purpose: LinkPurpose,
  token: string,
): Promise<{ actor: Actor; contact: ContactRow } | null> {
  const read = choiceLinks(services).read(purpose, token)
  if (!read.ok) return null
  const actor: Actor = {
    services,
    who: { kind: 'link', purpose, subject: read.subject },
    school: null,
    at: services.clock.now(),
    door: doorOf(request),
    path: pathOf(request),
    requestId,
    address,
  }
  const contact = await contactById(actor, read.subject)
  return contact && { actor, contact }
}

/** The fields that somebody posts who may be a mail program: either encoding (RFC 8058); what cannot be read is an empty form. */
export async function postedFields(request: Request): Promise<Record<string, string | string[]>> {
  const data = await request.formData().catch(() => new FormData())
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return fields
}

/** What the page behind the link to stop says. */
export interface Stopping {
  /** What comes now, by email or text message. */
  gets: Topic[]
  /** Whether the newest act of the link can be taken back. */
  undo: boolean
  choicesPath: string
}

export async function stoppingOf(actor: Actor, contact: ContactRow): Promise<Stopping> {
  const { services } = actor
  const standing = await standingOf(services.db, contact)
  const states = Object.values(standing).filter(({ state }) => state === 'yes')
  return {
    gets: [...new Set(states.map(({ topic }) => topic))],
    undo: (await undoable(actor, contact)).length > 0,
    choicesPath: new URL(choiceLinks(services).choices(contact.id)).pathname,
  }
}

export type Stopped = 'stopped' | 'topics-stopped' | 'undone' | 'nothing-to-undo' | 'no-topic' | 'too-often'

/**
 * What a post to the link to stop does: one click of a mail program, the page's button, some topics, or an undo. A post that says nothing ends
 * it all: whoever comes by this link wants that.
 */
export async function actByLink(
  actor: Actor,
  contact: ContactRow,
  fields: Readonly<Record<string, string | string[]>>,
): Promise<Stopped> {
  const contactId = contact.id
  const oneClick = fields['List-Unsubscribe'] === 'One-Click'
  if (!oneClick && fields['intent'] === 'undo') {
    if (!(await actor.services.limits.take('choices.contact', contactId)).ok) return 'too-often'
    return (await undoLast(actor, contactId)) ? 'undone' : 'nothing-to-undo'
  }
  const topics = topicsFrom(fields['topics'])
  const some = !oneClick && fields['all'] !== 'on' && (fields['intent'] === 'topics' || topics.length > 0)
  if (some && topics.length === 0) return 'no-topic'
  const by = { collectedBy: oneClick ? 'one-click' : 'link', proven: true } as const
  if (!some) {
    await choose(actor, { contactId }, { ...by, changes: 'stop-all', wording: 'stop' })
    return 'stopped'
  }
  const changes = topics.flatMap((topic) =>
    CHANNELS.map((channel) => ({ topic, channel, says: 'no' as const })),
  )
  await choose(actor, { contactId }, { ...by, changes, wording: 'stop-topics' })
  return 'topics-stopped'
}

/** Ends all marketing to an address that somebody gives: as little is said as is known of them, which is nothing. */
export async function stopByAddress(actor: Actor, email: string): Promise<void> {
  const stop = { changes: 'stop-all', collectedBy: 'address', wording: 'stop', proven: false } as const
  await choose(actor, { email, keepEmail: false }, stop)
}

/** What the page of choices shows. */
export const choicesOf = async (actor: Actor, contact: ContactRow): Promise<Standing> =>
  await standingOf(actor.services.db, contact)

/** Whether there is somebody to agree: after erasure there is no address to send to. */
export const mayChoose = (contact: ContactRow): boolean => contact.email !== null

export type Saved = { ok: true; gets: boolean } | { ok: false; retryAfterSeconds: number }

/** Takes over a whole page of boxes. A page that ends something is never refused; one that only agrees is, when it comes too often. */
export async function saveChoices(
  actor: Actor,
  contact: ContactRow,
  fields: Readonly<Record<string, string | string[]>>,
  collectedBy: 'preferences' | 'portal',
): Promise<Saved> {
  const changes = choicesFrom(fields)
  const taken = await actor.services.limits.take('choices.contact', contact.id)
  const agrees = changes.some(({ says }) => says === 'yes')
  if (!taken.ok && agrees) return { ok: false, retryAfterSeconds: taken.retryAfterSeconds }
  await choose(
    actor,
    { contactId: contact.id },
    { changes, collectedBy, wording: 'preferences', proven: true },
  )
  return { ok: true, gets: getsAnything(await choicesOf(actor, contact)) }
}
