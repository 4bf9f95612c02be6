import type { ActingSchool, Actor, SchoolActor, Who } from '../../server/actor'

/** An actor who came in by signing in. */
export type SignedIn = Actor & {
  readonly who: Extract<Who, { kind: 'user' | 'staff' }>
  readonly session: {
    /** The hash under which the session is kept. */
    readonly id: string
    /** When the password was last given (UTC milliseconds). */
    readonly confirmedAt: number
  }
  /** For how many schools the person may act. */
  readonly schoolCount: number
}

/** A signed-in person acting for a school. */
export type SignedInAtSchool = SignedIn & SchoolActor & { readonly school: ActingSchool }
