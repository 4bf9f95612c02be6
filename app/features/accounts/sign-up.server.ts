import { signUps, users, type SignUpRow } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { write } from '../../server/write.server'
import { schoolByDfeNumber } from '../schools/schools.server'
import type { SignUp } from './forms'
import { hashPassword } from './hashing.server'
import { LINK_DAYS } from './rules/sign-ups'

export type SignUpResult = { ok: true } | { ok: false; why: 'school-taken' }

/**
 * Keeps what was typed until the address is shown to be theirs, and mails a link for that. An address that has an account gets another mail and
 * the same answer after the same work. That a school has an account is no secret: its people must learn whom to ask.
 */
export async function signUp(
  actor: Actor,
  typed: SignUp,
  options: { termsVersion: number; once: string | null },
): Promise<SignUpResult> {
  const { db, limits, settings } = actor.services
  const passwordHash = await hashPassword(typed.password)
  if (await schoolByDfeNumber(db, typed.dfeNumber)) return { ok: false, why: 'school-taken' }
  // Not more than some mails an hour to one address, whoever asks for them.
  const mayMail = (await limits.take('forgot-password.account', typed.email)).ok

  return await write(
    actor,
    'accounts.signed-up',
    async (tx) => {
      const user = await db.rows(users).find({ email: typed.email })
      if (user) {
        tx.audit({ act: 'accounts.signed-up-again', subject: { kind: 'user', id: user.id } })
        const links = {
          signInLink: `${settings.baseUrl}/sign-in`,
          resetLink: `${settings.baseUrl}/forgot-password`,
        }
        if (mayMail) await tx.mail('already-registered', { firstName: user.firstName, ...links }, user.email)
        return { ok: true }
      }
      const { password: _, acceptTerms: __, ...kept } = typed
      const row: SignUpRow = {
        id: tx.newId(),
        ...kept,
        passwordHash,
        termsVersion: options.termsVersion,
        createdAt: actor.at,
        linkSentAt: actor.at,
        linkVersion: 1,
        marketing: null,
        marketingVersion: null,
        userId: null,
      }
      await db.rows(signUps).insert(row)
      tx.audit({ subject: { kind: 'sign-up', id: row.id }, fields: Object.keys(kept) })
      if (mayMail) await tx.mail('verify-email', verifyMail(actor, row), row.email)
      return { ok: true }
    },
    { once: options.once },
  )
}

/** What the mail with the link says. */
export function verifyMail(actor: Actor, { id, firstName, schoolName, linkVersion }: SignUpRow) {
  // Without an end of its own: the row knows when the link was sent, so that an old one can still be told what it was and renewed.
  const link = actor.services.links.url({ purpose: 'verify-email', subject: id, version: linkVersion })
  return { firstName, schoolName, link, days: LINK_DAYS }
}
