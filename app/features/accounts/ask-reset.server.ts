import { users } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { write } from '../../server/write.server'

/** A link to set a new password opens for so many hours. */
const RESET_HOURS = 2
const HOUR_MS = 60 * 60_000

/** What the job carries: the address sealed, because it may be nobody's whom we know. */
export interface ResetAsked {
  email: string
}

/**
 * Takes the wish for a new password. Whether the address has an account is looked up by a job, away from the request, so that neither the answer
 * nor its time can tell.
 */
export async function askReset(actor: Actor, email: string, once: string | null): Promise<void> {
  const { keys, limits } = actor.services
  // Beyond some mails an hour nothing is sent, and nothing says so.
  const mayMail = (await limits.take('forgot-password.account', email)).ok
  await write(
    actor,
    'accounts.password-reset-asked',
    async (tx) => {
      if (mayMail)
        await tx.job('accounts.send-reset', { email: keys.seal('reset', email) } satisfies ResetAsked)
      tx.audit({ counts: { asked: 1 } })
      return true
    },
    { once },
  )
}

/** The job: mails the link, if the address has an account. */
export async function sendReset(actor: Actor, asked: ResetAsked): Promise<void> {
  const { db, keys, links } = actor.services
  const email = keys.open('reset', asked.email)
  const user = email && (await db.rows(users).find({ email }))
  if (!user) return
  const expiresAt = actor.at + RESET_HOURS * HOUR_MS
  const link = links.url({
    purpose: 'reset-password',
    subject: user.id,
    version: user.passwordVersion,
    expiresAt,
  })
  await write(actor, 'accounts.password-reset-sent', async (tx) => {
    await tx.mail('reset-password', { firstName: user.firstName, link, hours: RESET_HOURS }, user.email)
    tx.audit({ subject: { kind: 'user', id: user.id } })
  })
}
