import { marketingContacts, type ContactRow } from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import { write, type Tx } from '../../server/write.server'
import { changeChoices, type Changed, type Choosing, type Former } from './change-choices.server'
import { contactOf, ledgerOf } from './contact.server'
import { isObjection, keyOf, type Change } from './rules'
import { presentChoices } from './rules/present-choices'

/** Whose choice it is: by the id that a link names, or by their address (see `contactOf`). */
export type Chooser = { contactId: string } | { email: string; keepEmail: boolean }

/**
 * Changes choices in a write of its own. It takes no form's nonce: whoever stops, undoes and stops again from an old page must be obeyed, and
 * what changes nothing writes nothing.
 */
export const choose = (actor: Actor, chooser: Chooser, choosing: Choosing): Promise<Changed> =>
  write(actor, isObjection(choosing.collectedBy) ? 'marketing.opted-out' : 'marketing.chosen', async (tx) => {
    const contact = await locked(actor, tx, chooser)
    const changed = await changeChoices(actor, tx, contact, choosing)
    tx.audit({ subject: { kind: 'contact', id: contact.id }, fields: changed.effective.map(keyOf) })
    return changed
  })

async function locked(actor: Actor, tx: Tx, chooser: Chooser): Promise<ContactRow> {
  if ('email' in chooser) return await contactOf(actor, tx, chooser.email, chooser)
  const contact = await actor.services.db
    .rows(marketingContacts)
    .find({ id: chooser.contactId }, { lock: true })
  if (!contact) throw new Error('A contact is never deleted, and this one is not there')
  return contact
}

/** What an undo would restore: each yes that the newest act ended, if that act was the link's. Nothing once the address is erased. */
export async function undoable(
  { services: { db } }: Actor,
  contact: ContactRow,
): Promise<(Change & Former)[]> {
  if (contact.email === null) return []
  const ledger = await ledgerOf(db, contact)
  const last = ledger.at(-1)
  const byLink = last?.says === 'no' && (last.collectedBy === 'link' || last.collectedBy === 'one-click')
  if (!byLink) return []
  const ended = new Set(ledger.filter(({ batch }) => batch === last.batch).map(keyOf))
  const before = presentChoices(ledger.filter(({ batch }) => batch !== last.batch))
  return [...before.values()]
    .filter((was) => was.state === 'yes' && ended.has(keyOf(was)))
    .map(({ topic, channel, groundRef, wording, version, ...was }) => ({
      ...{ topic, channel, says: 'yes', groundRef, wording, version },
      ground: was.ground as Former['ground'],
      collectedBy: was.collectedBy,
    }))
}

/** Takes back the newest act of the link: the former choices hold again on their former ground, and nothing wider. */
export const undoLast = (actor: Actor, contactId: string): Promise<Changed | null> =>
  write(actor, 'marketing.undone', async (tx) => {
    const contact = await locked(actor, tx, { contactId })
    const changes = await undoable(actor, contact)
    tx.audit({ subject: { kind: 'contact', id: contactId }, fields: changes.map(keyOf) })
    if (changes.length === 0) return null
    return await changeChoices(actor, tx, contact, {
      ...{ changes, collectedBy: 'link', wording: 'undo', proven: true },
    })
  })
