import { UniqueConstraintError } from 'sequelize'
import { enquiries, leads, type LeadRow } from '../../../db/tables/leads'
import type { Actor } from '../../server/actor'
import { write, type Tx } from '../../server/write.server'
import { searchName } from '../../values/names'
import type { DemoEnquiry } from './forms'
import { mayConfirm } from './rules'

/** Takes an enquiry: a new lead, or one more enquiry of the lead with this address. What was typed last is what counts about the person. */
export async function enquire(
  actor: Actor,
  typed: DemoEnquiry,
  once: string | null,
): Promise<{ ok: boolean }> {
  const { db, settings } = actor.services
  const { schoolName, role, message, ...person } = typed
  return await write(
    actor,
    'leads.enquired',
    async (tx) => {
      const before = await keepLead(actor, tx, person)
      await db.rows(enquiries).insert({
        ...{ id: tx.newId(), leadId: before.id, kind: 'demo', schoolName, role, message },
        createdAt: actor.at,
      })
      tx.audit({ subject: { kind: 'lead', id: before.id }, fields: Object.keys(typed) })
      if (mayConfirm(before.lastActiveAt, actor.at)) {
        const words = { firstName: person.firstName, privacyLink: `${settings.baseUrl}/privacy` }
        await tx.mail('enquiry-received', words, person.email)
      }
      return { ok: true }
    },
    { once },
  )
}

type Person = Pick<LeadRow, 'firstName' | 'lastName' | 'email' | 'phone' | 'localAuthority'>

/** Keeps the person; answers their id and when they asked before (UTC milliseconds; null: never). */
async function keepLead(
  { services: { db }, at }: Actor,
  tx: Tx,
  person: Person,
): Promise<{ id: string; lastActiveAt: number | null }> {
  const rows = db.rows(leads)
  const words = { ...person, searchName: searchName(person.firstName, person.lastName) }
  const update = async ({ id, lastActiveAt }: LeadRow) => {
    await rows.update({ id }, { ...words, lastActiveAt: Math.max(at, lastActiveAt) })
    return { id, lastActiveAt }
  }
  const known = await rows.find({ email: person.email }, { lock: true })
  if (known) return await update(known)
  const id = tx.newId()
  try {
    await rows.insert({ id, ...words, createdAt: at, lastActiveAt: at })
    return { id, lastActiveAt: null }
  } catch (error) {
    // The same person asked at the same moment in another window. A locking read sees what this transaction did not when it began.
    const other =
      error instanceof UniqueConstraintError ? await rows.find({ email: person.email }, { lock: true }) : null
    if (!other) throw error
    return await update(other)
  }
}
