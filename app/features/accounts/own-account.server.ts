import { ownMemberships, sessions, users, type UserRow } from '../../../db/tables/accounts'
import { write } from '../../server/write.server'
import { schoolsById } from '../schools/schools.server'
import type { Details } from './forms'
import { roleNames } from './rules'
import { sessionsOf } from './sessions.server'
import type { SignedIn } from './signed-in'

export type OwnAccount = Pick<
  UserRow,
  'email' | 'title' | 'firstName' | 'lastName' | 'jobTitle' | 'phone' | 'termsVersion' | 'termsAcceptedAt'
> & {
  sessionCount: number
}

/** One's own account, without what is secret in it. */
export async function ownAccount(actor: SignedIn): Promise<OwnAccount> {
  const { db } = actor.services
  const user = await db.rows(users).find({ id: actor.who.id })
  if (!user) throw new Response(null, { status: 404 })
  const { email, title, firstName, lastName, jobTitle, phone, termsVersion, termsAcceptedAt } = user
  const sessionCount = await db.rows(sessions).count({ userId: user.id, expiresAt: { gt: actor.at } })
  return { email, title, firstName, lastName, jobTitle, phone, termsVersion, termsAcceptedAt, sessionCount }
}

/** Keeps the name and the like. */
export async function changeDetails(actor: SignedIn, details: Details, once: string | null): Promise<void> {
  await write(
    actor,
    'accounts.details-changed',
    async (tx) => {
      await actor.services.db.rows(users).update({ id: actor.who.id }, details)
      tx.audit({ subject: { kind: 'user', id: actor.who.id }, fields: Object.keys(details) })
      return true
    },
    { once },
  )
}

/** Ends every session of the person, this one too; answers the `Set-Cookie` that forgets it. */
export async function signOutEverywhere(actor: SignedIn): Promise<string> {
  const own = sessionsOf(actor.services)
  await write(actor, 'accounts.signed-out-everywhere', async (tx) => {
    await own.endAll(actor.who.id)
    tx.audit({ subject: { kind: 'user', id: actor.who.id } })
  })
  return own.noCookie()
}

export interface OwnSchool {
  id: string
  name: string
  dfeNumber: string
  /** In words. */
  role: string
}

/** The schools that the person may act for, by name. */
export async function ownSchools(actor: SignedIn): Promise<OwnSchool[]> {
  const { db } = actor.services
  const own = await db.rows(ownMemberships).list({ where: { userId: actor.who.id } })
  const roles = new Map(own.map(({ schoolId, role }) => [schoolId, roleNames[role]]))
  const schools = await schoolsById(db, [...roles.keys()])
  return schools.map(({ id, name, dfeNumber }) => ({ id, name, dfeNumber, role: roles.get(id) ?? '' }))
}

/** From now on this browser acts for that school; false if it is not one of theirs. */
export async function chooseSchool(actor: SignedIn, schoolId: string): Promise<boolean> {
  const { db } = actor.services
  // Looked for among their own and not asked of the database: what was sent may be no id at all, which MariaDB refuses to compare.
  const own = await db.rows(ownMemberships).list({ where: { userId: actor.who.id } })
  if (!own.some((membership) => membership.schoolId === schoolId)) return false
  await write(actor, 'accounts.school-chosen', async (tx) => {
    await db.rows(sessions).update({ id: actor.session.id }, { schoolId })
    tx.audit({ subject: { kind: 'school', id: schoolId }, schoolId })
  })
  return true
}
