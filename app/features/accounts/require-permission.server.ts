import { ownMemberships, type MembershipRow } from '../../../db/tables/accounts'
import { doorOf, pathOf, type ActingSchool, type Who } from '../../server/actor'
import type { AppContext } from '../../server/context'
import { seeOther } from '../../server/forms.server'
import { actingSchool, schoolsById } from '../schools/schools.server'
import { nameOfUser } from './names-of-users.server'
import {
  isFresh,
  isStaffPermission,
  may,
  type OwnPermission,
  type Permission,
  type SchoolPermission,
  type StaffPermission,
} from './rules'
import { sessionsOf, type FoundSession } from './sessions.server'
import type { SignedIn, SignedInAtSchool } from './signed-in'

/**
 * The one guard, asked by each loader and action for itself: an actor, or it throws the answer. Not signed in: 303 to sign in and back; signed in
 * without the permission: 403; several schools and none chosen: 303 to choose. What it returns is the only key to data.
 */
export async function requirePermission(
  request: Request,
  context: AppContext,
  permission: SchoolPermission,
): Promise<SignedInAtSchool>
export async function requirePermission(
  request: Request,
  context: AppContext,
  permission: StaffPermission | OwnPermission,
): Promise<SignedIn>
export async function requirePermission(
  request: Request,
  context: AppContext,
  permission: Permission,
): Promise<SignedIn> {
  const found = await sessionsOf(context.services).find(request)
  if (!found) throw seeOther(withReturn('/sign-in', request))
  const actor = await actorOf(request, context, found)
  const ofSchool = permission !== 'own' && !isStaffPermission(permission)
  if (ofSchool && !actor.school && actor.schoolCount > 1)
    throw seeOther(withReturn('/portal/schools', request))
  if (!may(actor.who, permission) || (ofSchool && !actor.school)) throw new Response(null, { status: 403 })
  return actor
}

/** For acts of weight: throws a 303 to give the password again unless that was done within the last quarter of an hour. */
export function requireFresh(request: Request, actor: SignedIn): void {
  if (!isFresh(actor.session.confirmedAt, actor.at)) throw seeOther(withReturn('/portal/confirm', request))
}

/** Where somebody is to come back to: the page asked for, also when it was a form on it that was sent. */
function withReturn(path: string, request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `${path}?to=${encodeURIComponent(pathname + search)}`
}

async function actorOf(request: Request, context: AppContext, found: FoundSession): Promise<SignedIn> {
  const { services, requestId, address } = context
  const { user } = found
  const own = user.staffRole
    ? []
    : await services.db.rows(ownMemberships).list({ where: { userId: user.id } })
  const membership = own.length === 1 ? own[0] : own.find(({ schoolId }) => schoolId === found.schoolId)
  return {
    services,
    who: whoOf(found, membership ?? null),
    school: membership ? await schoolOf(context, membership) : null,
    at: services.clock.now(),
    door: doorOf(request),
    path: pathOf(request),
    requestId,
    address,
    session: { id: found.id, confirmedAt: found.confirmedAt },
    schoolCount: own.length,
  }
}

async function schoolOf(
  { services: { db } }: AppContext,
  { schoolId }: MembershipRow,
): Promise<ActingSchool | null> {
  const [school] = await schoolsById(db, [schoolId])
  return school ? actingSchool(db, school) : null
}

function whoOf({ user }: FoundSession, membership: MembershipRow | null): SignedIn['who'] {
  const name = nameOfUser(user)
  if (user.staffRole) return { kind: 'staff', id: user.id, name, role: user.staffRole }
  const role = membership?.role ?? null
  // A teacher to whom nobody gave a year group sees no pupil; null would mean all.
  const yearGroups = role === 'teacher' ? (membership?.yearGroups ?? []) : null
  return { kind: 'user', id: user.id, name, role, yearGroups } satisfies Who
}
