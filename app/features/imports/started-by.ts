import type { SchoolActor } from '../../server/actor'

/** The user who acts. Only users have the permission to upload, so anybody else here is a fault. */
export function startedBy({ who }: SchoolActor): string {
  if (who.kind !== 'user') throw new Error('Only a user of a school uploads')
  return who.id
}

/** The actor of a job that does what a user has asked for: the user is named as the one who did it. */
export const onBehalfOf = (actor: SchoolActor, userId: string | null): SchoolActor =>
  userId === null
    ? actor
    : { ...actor, who: { kind: 'user', id: userId, name: '', role: null, yearGroups: null } }
