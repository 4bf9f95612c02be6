import { sessions, users } from '../../../db/tables/accounts'
import { record } from '../../server/audit.server'
import { write } from '../../server/write.server'
import { isPassword } from './hashing.server'
import type { SignedIn } from './signed-in'

export type ConfirmResult =
  { ok: true } | { ok: false; why: 'wrong' | 'too-many'; retryAfterSeconds?: number }

/** The password again, before an act of weight: the session is as fresh as after a sign-in. */
export async function confirmPassword(actor: SignedIn, password: string): Promise<ConfirmResult> {
  const { db, limits } = actor.services
  const taken = await limits.take('confirm.user', actor.who.id)
  if (!taken.ok) return { ...taken, why: 'too-many' }
  const user = await db.rows(users).find({ id: actor.who.id })
  if (!(await isPassword(user?.passwordHash ?? null, password))) {
    await record(actor, 'accounts.confirm-failed', { counts: { failed: 1 } })
    return { ok: false, why: 'wrong' }
  }
  await limits.giveBack('confirm.user', actor.who.id)
  return await write(actor, 'accounts.confirmed', async (tx) => {
    await db.rows(sessions).update({ id: actor.session.id }, { confirmedAt: actor.at })
    tx.audit({ subject: { kind: 'user', id: actor.who.id } })
    return { ok: true }
  })
}
