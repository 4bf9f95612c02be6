import { memberships, users } from '../../../db/tables/accounts'
import type { SchoolActor } from '../../server/actor'

/** `Mrs A Okafor`; what is not known is left out. */
export const nameOfUser = (user: { title: string | null; firstName: string; lastName: string }): string =>
  [user.title, user.firstName, user.lastName].filter(Boolean).join(' ')

/**
 * The names of people who acted for the actor's school, while their accounts exist; OTrack's own people have none here. The ids come out of
 * the school's own rows.
 */
export async function namesOfUsers(
  actor: SchoolActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const id = [...new Set(ids)]
  if (id.length === 0) return new Map()
  const rows = await actor.services.db.rows(users).list({
    where: { id, staffRole: null },
    fields: ['id', 'title', 'firstName', 'lastName'],
  })
  return new Map(rows.map((user) => [user.id, nameOfUser(user)]))
}

/** The people of the actor's school, by name. */
export async function peopleOfSchool(actor: SchoolActor): Promise<{ id: string; name: string }[]> {
  const members = await actor.school.data.rows(memberships).list({ fields: ['userId'] })
  const names = await namesOfUsers(
    actor,
    members.map(({ userId }) => userId),
  )
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
