import type { SchoolData } from '../../db/connection.server'
import type { AppContext, Services } from './context'

/** Who acts. `role` is judged only by the table of permissions. */
export type Who =
  | { kind: 'user'; id: string; name: string; role: string | null; yearGroups: readonly string[] | null }
  | { kind: 'staff'; id: string; name: string; role: string }
  | { kind: 'visitor' }
  | { kind: 'link'; purpose: string; subject: string }
  | { kind: 'clock' }

/** The school acted for, and the only door to its data. */
export interface ActingSchool {
  readonly id: string
  readonly name: string
  readonly dfeNumber: string
  readonly data: SchoolData
}

/** Who does something, for which school, when, and through which door: the first argument of every feature function. */
export interface Actor {
  readonly services: Services
  readonly who: Who
  readonly school: ActingSchool | null
  /** UTC milliseconds; one moment for the whole act. */
  readonly at: number
  /** The address pattern or job through which it came. */
  readonly door: string
  /** The path of the request itself, which tells a post to one page from the same post to another. It may hold a token: never kept as it is. */
  readonly path: string | null
  readonly requestId: string | null
  /** The client's IP address. */
  readonly address: string | null
}

/** An actor who acts for a school. */
export type SchoolActor = Actor & { readonly school: ActingSchool }

/** The path of a request as the audit trail may hold it: without what is secret in it. */
export function doorOf(request: Request): string {
  const path = pathOf(request)
  const open = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ':id').replace(/[A-Za-z0-9_.~-]{40,}/g, ':token')
  return `${request.method} ${open}`.slice(0, 120)
}

export const pathOf = (request: Request): string => new URL(request.url).pathname

/** Somebody who is not signed in. */
export function visitor(request: Request, context: AppContext): Actor {
  const { services, requestId, address } = context
  return {
    services,
    who: { kind: 'visitor' },
    school: null,
    at: services.clock.now(),
    door: doorOf(request),
    path: pathOf(request),
    requestId,
    address,
  }
}

/** The product itself, acting by a job; for a school where the job is about one. */
export function clockActor(services: Services, door: string, school: ActingSchool | null = null): Actor {
  return {
    services,
    who: { kind: 'clock' },
    school,
    at: services.clock.now(),
    door,
    path: null,
    requestId: null,
    address: null,
  }
}
