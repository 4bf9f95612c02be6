import { users, type UserRow } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { record } from '../../server/audit.server'
import { write, type Tx } from '../../server/write.server'
import { hashPassword, isPassword } from './hashing.server'
import { weakPassword, type WeakPassword } from './rules/passwords'
import { sessionsOf } from './sessions.server'
import type { SignedIn } from './signed-in'

export type ResetFault = 'damaged' | 'expired' | 'used'
export type ResetRead = { ok: true; email: string } | { ok: false; why: ResetFault }

/** What a link to set a password opens. Changes nothing. */
export async function readReset(actor: Actor, token: string): Promise<ResetRead> {
  const found = await findReset(actor, token)
  if (!found.ok) return found
  return found.user.passwordVersion === found.version
    ? { ok: true, email: found.user.email }
    : { ok: false, why: 'used' }
}

async function findReset({ services: { db, links }, at }: Actor, token: string) {
  const link = links.read('reset-password', token, at)
  if (!link.ok) return link
  const user = await db.rows(users).find({ id: link.subject })
  return user
    ? { ok: true as const, user, version: link.version }
    : { ok: false as const, why: 'used' as const }
}

export type SetResult = { ok: true } | { ok: false; why: ResetFault | WeakPassword }

/** Sets a password by a mailed link, which shows that the address is theirs. Every session ends: whoever knew the old password is out. */
export async function setPassword(
  actor: Actor,
  token: string,
  password: string,
  once: string | null,
): Promise<SetResult> {
  const found = await findReset(actor, token)
  if (!found.ok) return found
  const weak = weakPassword(password, [found.user.email])
  if (weak) return { ok: false, why: weak }
  const passwordHash = await hashPassword(password)
  return await write(
    actor,
    'accounts.password-changed',
    async (tx) => {
      const user = await actor.services.db.rows(users).find({ id: found.user.id }, { lock: true })
      if (user?.passwordVersion !== found.version) return tx.refuse({ ok: false, why: 'used' })
      await keepPassword(actor, tx, user, passwordHash)
      await sessionsOf(actor.services).endAll(user.id)
      return { ok: true }
    },
    { once },
  )
}

export type ChangeResult =
  { ok: true } | { ok: false; why: 'wrong' | 'too-many' | WeakPassword; retryAfterSeconds?: number }

/** Sets a password by giving the present one. Every other session ends. */
export async function changePassword(
  actor: SignedIn,
  typed: { passwordNow: string; password: string },
  once: string | null,
): Promise<ChangeResult> {
  const { db, limits } = actor.services
  const user = await db.rows(users).find({ id: actor.who.id })
  const taken = await limits.take('confirm.user', actor.who.id)
  if (!taken.ok) return { ...taken, why: 'too-many' }
  if (!user || !(await isPassword(user.passwordHash, typed.passwordNow))) {
    await record(actor, 'accounts.confirm-failed', { counts: { failed: 1 } })
    return { ok: false, why: 'wrong' }
  }
  await limits.giveBack('confirm.user', actor.who.id)
  const weak = weakPassword(typed.password, [user.email, actor.school?.name ?? ''])
  if (weak) return { ok: false, why: weak }
  const passwordHash = await hashPassword(typed.password)
  return await write(
    actor,
    'accounts.password-changed',
    async (tx) => {
      // Whoever set another password while this one was being hashed (by a mailed link, to put somebody out) must not be overtaken.
      const now = await db.rows(users).find({ id: user.id }, { lock: true })
      if (now?.passwordVersion !== user.passwordVersion) return tx.refuse({ ok: false, why: 'wrong' })
      await keepPassword(actor, tx, user, passwordHash)
      await sessionsOf(actor.services).endAll(user.id, actor.session.id)
      return { ok: true }
    },
    { once },
  )
}

/** Keeps the new hash, and tells the person: if it was not them, they must know. */
async function keepPassword(actor: Actor, tx: Tx, user: UserRow, passwordHash: string): Promise<void> {
  const { db, settings } = actor.services
  const patch = {
    passwordHash,
    passwordVersion: user.passwordVersion + 1,
    emailVerifiedAt: user.emailVerifiedAt ?? actor.at,
  }
  await db.rows(users).update({ id: user.id }, patch)
  tx.audit({ subject: { kind: 'user', id: user.id }, actorId: user.id, fields: ['passwordHash'] })
  await tx.mail(
    'password-changed',
    { firstName: user.firstName, resetLink: `${settings.baseUrl}/forgot-password` },
    user.email,
  )
}
