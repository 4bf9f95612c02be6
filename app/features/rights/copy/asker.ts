import type { Actor, Who } from '../../../server/actor'

/** Somebody signed in, who asks for what is their own. */
export type Asker = Actor & { readonly who: Extract<Who, { kind: 'user' | 'staff' }> }
