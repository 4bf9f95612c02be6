import { UniqueConstraintError } from 'sequelize'
import { memberships, signUps, users, type SignUpRow } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { write, type Tx } from '../../server/write.server'
import { addSchool, schoolByDfeNumber } from '../schools/schools.server'
import { linkState } from './rules/sign-ups'
import { sessionsOf } from './sessions.server'
import { verifyMail } from './sign-up.server'

export type LinkFault = 'damaged' | 'gone' | 'replaced' | 'expired' | 'done' | 'school-taken' | 'email-taken'

export type SignUpRead = { ok: true; signUp: SignUpRow } | { ok: false; why: LinkFault }

/**
 * What the link of a sign-up opens. Changes nothing: mail scanners open links too. With `lock`, two presses wait for one another, so that the
 * second finds its own account and is not told that somebody took the school.
 */
export async function readSignUp(
  actor: Actor,
  token: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<SignUpRead> {
  const { db, links } = actor.services
  const link = links.read('verify-email', token, actor.at)
  if (!link.ok) return { ok: false, why: 'damaged' }
  const signUp = await db.rows(signUps).find({ id: link.subject }, { lock })
  const state = linkState(signUp, link.version, actor.at)
  if (state !== 'open' || !signUp) return { ok: false, why: state === 'open' ? 'gone' : state }
  const taken = await whyTaken(actor, signUp)
  return taken ? { ok: false, why: taken } : { ok: true, signUp }
}

/** One school, one account, and one person an address: whoever confirms first has it. */
async function whyTaken(
  { services: { db } }: Actor,
  { dfeNumber, email }: SignUpRow,
): Promise<'school-taken' | 'email-taken' | null> {
  if (await schoolByDfeNumber(db, dfeNumber)) return 'school-taken'
  return (await db.rows(users).find({ email })) ? 'email-taken' : null
}

export type Verified = { ok: true; cookie: string } | { ok: false; why: LinkFault }

/** Makes the account, the school and its owner out of a sign-up, and signs the browser in. */
export async function verifyEmail(actor: Actor, request: Request, token: string): Promise<Verified> {
  const sessions = sessionsOf(actor.services)
  const attempt = () =>
    write(
      actor,
      'accounts.verified',
      async (tx): Promise<{ ok: true; token: string } | { ok: false; why: LinkFault }> => {
        const read = await readSignUp(actor, token, { lock: true })
        if (!read.ok) return tx.refuse(read)
        const schoolId = await makeAccount(actor, tx, read.signUp)
        await sessions.end(request)
        return { ok: true, ...(await sessions.start(read.signUp.id, schoolId)) }
      },
    )
  const result = await attempt().catch((error: unknown) => {
    // Somebody else confirmed the same school or address at this very moment: asked again, the rules say which.
    if (error instanceof UniqueConstraintError) return attempt()
    throw error
  })
  return result.ok ? { ok: true, cookie: sessions.cookie(result.token) } : result
}

/** The user has the sign-up's id, so that one sign-up can never become two people. Answers the school's id. */
async function makeAccount(actor: Actor, tx: Tx, signUp: SignUpRow): Promise<string> {
  const { db } = actor.services
  const { id, email, passwordHash, title, firstName, lastName, jobTitle, phone, termsVersion, createdAt } =
    signUp
  await db.rows(users).insert({
    ...{ id, email, passwordHash, title, firstName, lastName, jobTitle, phone, termsVersion },
    passwordVersion: 1,
    staffRole: null,
    emailVerifiedAt: actor.at,
    termsAcceptedAt: createdAt,
    createdAt: actor.at,
  })
  const schoolId = await addSchool(actor, tx, { name: signUp.schoolName, dfeNumber: signUp.dfeNumber })
  await db
    .school(schoolId)
    .rows(memberships)
    .insert({ userId: id, role: 'owner', yearGroups: null, createdAt: actor.at })
  await db.rows(signUps).update({ id }, { userId: id, passwordHash: null })
  tx.audit({ subject: { kind: 'user', id }, actorId: id, schoolId })
  return schoolId
}

/** Mails a new link in place of one that is too old; every older one is dead then. Answers what is wrong with the link, if anything else is. */
export async function renewLink(
  actor: Actor,
  token: string,
  once: string | null,
): Promise<{ ok: true } | { ok: false; why: LinkFault }> {
  const { db, limits, links } = actor.services
  const link = links.read('verify-email', token, actor.at)
  if (!link.ok) return { ok: false, why: 'damaged' }
  const found = await db.rows(signUps).find({ id: link.subject })
  const mayMail = found !== null && (await limits.take('forgot-password.account', found.email)).ok
  return await write(
    actor,
    'accounts.link-renewed',
    async (tx) => {
      const signUp = await db.rows(signUps).find({ id: link.subject }, { lock: true })
      const state = linkState(signUp, link.version, actor.at)
      if (!signUp || state !== 'expired') return tx.refuse({ ok: state === 'open', why: state })
      const renewed = { ...signUp, linkSentAt: actor.at, linkVersion: signUp.linkVersion + 1 }
      if (mayMail) {
        await db
          .rows(signUps)
          .update({ id: signUp.id }, { linkSentAt: renewed.linkSentAt, linkVersion: renewed.linkVersion })
        await tx.mail('verify-email', verifyMail(actor, renewed), signUp.email)
      }
      tx.audit({ subject: { kind: 'sign-up', id: signUp.id } })
      return { ok: true }
    },
    { once },
  )
}
