import { users } from '../../../db/tables/accounts'
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
