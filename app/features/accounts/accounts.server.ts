import { memberships, users } from '../../../db/tables/accounts'
import type { Actor, SchoolActor } from '../../server/actor'

export { namesOfUsers, peopleOfSchool } from './names-of-users.server'

/** The address of one of the school's people, to send them a message; null when they are none any more. */
export async function emailOfUser(actor: SchoolActor, userId: string): Promise<string | null> {
  if (!(await actor.school.data.rows(memberships).find({ userId }))) return null
  const user = await actor.services.db.rows(users).find({ id: userId })
  return user?.email ?? null
}

/** The address of whoever is signed in. */
export async function ownEmail({ who, services: { db } }: Actor): Promise<string> {
  const user = 'id' in who ? await db.rows(users).find({ id: who.id }) : null
  if (!user) throw new Error('Nobody is signed in')
  return user.email
}
