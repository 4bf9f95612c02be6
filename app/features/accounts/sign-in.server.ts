import { users } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { record } from '../../server/audit.server'
import { write } from '../../server/write.server'
import { isPassword } from './hashing.server'
import { sessionsOf } from './sessions.server'

export type SignInResult =
  | { ok: true; cookie: string; home: '/portal' | '/staff' }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'too-many'; retryAfterSeconds: number }

/**
 * Signs somebody in. Whether there is such an account shows neither in the answer nor in the time it takes: tries are counted by the address
 * that was typed, and the password is always compared with some hash. The browser's session before is ended: the token is never the same.
 */
export async function signIn(
  actor: Actor,
  request: Request,
  given: { email: string; password: string },
): Promise<SignInResult> {
  const { db, limits } = actor.services
  const address = actor.address ?? 'unknown'
  const byAddress = await limits.take('sign-in.address', address)
  if (!byAddress.ok) return { ...byAddress, why: 'too-many' }
  const byAccount = await limits.take('sign-in.account', given.email)
  if (!byAccount.ok) return { ...byAccount, why: 'too-many' }

  const user = await db.rows(users).find({ email: given.email })
  if (!(await isPassword(user?.passwordHash ?? null, given.password)) || !user) {
    // No account in the entry: a failure on one must look in no way different from a failure on none.
    await record(actor, 'accounts.sign-in-failed', { counts: { failed: 1 } })
    return { ok: false, why: 'wrong' }
  }
  await limits.giveBack('sign-in.address', address)
  await limits.giveBack('sign-in.account', given.email)

  const sessions = sessionsOf(actor.services)
  const { token } = await write(actor, 'accounts.signed-in', async (tx) => {
    await sessions.end(request)
    tx.audit({ subject: { kind: 'user', id: user.id }, actorId: user.id })
    return await sessions.start(user.id, null)
  })
  return { ok: true, cookie: sessions.cookie(token), home: user.staffRole ? '/staff' : '/portal' }
}

/** Signs the browser out; answers the `Set-Cookie` that forgets the session, also when there was none. */
export async function signOut(actor: Actor, request: Request): Promise<string> {
  const sessions = sessionsOf(actor.services)
  const found = await sessions.find(request)
  if (found) {
    await write(actor, 'accounts.signed-out', async (tx) => {
      await sessions.end(request)
      tx.audit({ subject: { kind: 'user', id: found.user.id }, actorId: found.user.id })
    })
  }
  return sessions.noCookie()
}
