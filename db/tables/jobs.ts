import { id, integer, json, moment, nullable, oneOf, table, text } from './define'

/** Work to be done later. A worker claims a row by a conditional update and holds it until its lease ends. */
export const jobs = table('jobs', {
  id: id(),
  name: text(),
  payload: json<Record<string, unknown>>(),
  /** Unique while the job is not done: a second request for the same work is the same job. */
  liveKey: nullable(text()),
  state: oneOf<'waiting' | 'done' | 'failed'>(),
  runAt: moment(),
  attempts: integer(),
  leaseOwner: nullable(id()),
  leaseUntil: nullable(moment()),
  /** Why the last attempt failed, without personal data. */
  lastError: nullable(text()),
  createdAt: moment(),
  finishedAt: nullable(moment()),
})
export type JobRow = NonNullable<(typeof jobs)['row']>

/** How one job stands among those that only one process may do at a time, such as migrating. */
export const leases = table('leases', { name: text(), owner: nullable(id()), until: moment() })
