import { UniqueConstraintError } from 'sequelize'
import {
  marketingChoices,
  marketingContacts,
  suppressions,
  type ContactRow,
} from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import type { Services } from '../../server/context'
import { addressMarks, markList } from '../../server/mail/address-marks.server'
import type { Tx } from '../../server/write.server'
import { CHOICE_KEYS, type Channel, type ChoiceKey, type Topic } from './rules'
import { presentChoices, type State } from './rules/present-choices'

/**
 * The contact of an address, made where there is none, inside a write; its row is locked. `keepEmail`: we have a reason to hold the address
 * (an account, an enquiry, the newsletter), so that marketing and proofs can be mailed. Without it only the mark is held.
 */
export async function contactOf(
  { services, at }: Actor,
  tx: Tx,
  email: string,
  { keepEmail }: { keepEmail: boolean },
): Promise<ContactRow> {
  const rows = services.db.rows(marketingContacts)
  const marks = addressMarks(services, email)
  const found = await rows.find({ mark: marks.mark }, { lock: true })
  if (found) {
    if (!keepEmail || found.email === email) return found
    await rows.update({ id: found.id }, { email })
    return { ...found, email }
  }
  const made = { id: tx.newId(), ...marks, email: keepEmail ? email : null, createdAt: at }
  try {
    await rows.insert(made)
    return made
  } catch (error) {
    // The same address in another window at the same moment.
    const other =
      error instanceof UniqueConstraintError ? await rows.find({ mark: marks.mark }, { lock: true }) : null
    if (!other) throw error
    return other
  }
}

/** A contact by the id that a link names; null if there is none. */
export const contactById = ({ services }: Actor, id: string): Promise<ContactRow | null> =>
  services.db.rows(marketingContacts).find({ id })

/** The contact of an address, without making one. */
export const findContact = ({ services }: Actor, email: string): Promise<ContactRow | null> =>
  services.db.rows(marketingContacts).find({ mark: addressMarks(services, email).mark })

/** Where somebody stands: what the ledger says, and no wherever a mark of theirs is suppressed. */
export type Standing = Partial<Record<ChoiceKey, State>>

/** The present choices of a contact, as they are obeyed. */
export async function standingOf(db: Services['db'], contact: ContactRow): Promise<Standing> {
  const ledger = await ledgerOf(db, contact)
  const present = presentChoices(ledger)
  const held = await db.rows(suppressions).list({ where: { mark: markList(contact) } })
  const standing: Standing = {}
  for (const key of CHOICE_KEYS) {
    const state = present.get(key)
    const [topic, channel] = key.split('.') as [Topic, Channel]
    const suppressed = held.some(
      (one) => one.channel === channel && (one.scope === 'all' || one.scope === topic),
    )
    if (state) standing[key] = suppressed ? { ...state, state: 'no' } : state
  }
  return standing
}

/** The ledger of a contact, oldest first. */
export const ledgerOf = (db: Services['db'], { mark }: ContactRow) =>
  db.rows(marketingChoices).list({ where: { mark }, order: [['place', 'asc']] })

/** Whether anything is sent to somebody who stands so. */
export const getsAnything = (standing: Standing): boolean =>
  Object.values(standing).some(({ state }) => state === 'yes')
