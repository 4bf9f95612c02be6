import { users } from '../../../db/tables/accounts'
import { clockActor } from '../../server/actor'
import type { Services } from '../../server/context'
import { newId } from '../../server/ids'
import { write } from '../../server/write.server'
import { forgotForm } from './forms'

const LINK_MS = 48 * 60 * 60_000

export type StaffCreated = { ok: true; link: string } | { ok: false; why: 'email' | 'taken' }

/**
 * Makes an administrator of OTrack's own, without a password, and answers the link with which one is set, once, within 48 hours. Asked again
 * for an account that has no password yet, it answers a new link.
 */
export async function createStaff(services: Services, address: string): Promise<StaffCreated> {
  const actor = clockActor(services, 'admin create-staff')
  const read = forgotForm.safeParse({ email: address.trim() })
  if (!read.success) return { ok: false, why: 'email' }
  const { email } = read.data
  const made = await write(actor, 'accounts.staff-created', async (tx) => {
    const before = await services.db.rows(users).find({ email })
    if (before && (before.staffRole === null || before.passwordHash !== null)) return tx.refuse(null)
    const id = before?.id ?? newId(actor.at)
    tx.audit({ subject: { kind: 'user', id }, fields: ['email', 'staffRole'] })
    if (!before)
      await services.db
        .rows(users)
        .insert({ ...nobodyYet, id, email, staffRole: 'administrator', createdAt: actor.at })
    return { id }
  })
  if (!made) return { ok: false, why: 'taken' }
  const link = services.links.url({
    purpose: 'reset-password',
    subject: made.id,
    version: 0,
    expiresAt: actor.at + LINK_MS,
  })
  return { ok: true, link }
}

/** They write their name on their account's page. */
const nobodyYet = {
  passwordHash: null,
  passwordVersion: 0,
  title: null,
  firstName: 'New',
  lastName: 'colleague',
  jobTitle: null,
  phone: null,
  emailVerifiedAt: null,
  termsVersion: null,
  termsAcceptedAt: null,
}
