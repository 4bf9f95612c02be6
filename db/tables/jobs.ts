import { id, integer, json, moment, nullable, oneOf, table, text } from './define'

/** Work to be done later. A worker claims a row by a conditional update and holds it until its lease ends. */
export const jobs = table('jobs', {
  id: id(),
  name: text(),
  payload: json<Record<string, unknown>>(),
  /** Unique while the job is not done: a second request for the same work is the same job. */
  liveKey: nullable(text()),
  state: oneOf<'waiting' | 'done' | 'failed'>(),
  /** By the product's clock. */
  runAt: moment(),
  /** Where the time begins in which a failing job is tried again; by the product's clock. */
  firstDueAt: moment(),
  /** How often it was begun. */
  attempts: integer(),
  /** How many of these ended with the end of their process. */
  deaths: integer(),
  leaseOwner: nullable(id()),
  /** By the machine's own clock: a lease tells whether a process is alive. */
  leaseUntil: nullable(moment()),
  /** Why the last attempt failed, without personal data. */
  lastError: nullable(text()),
  createdAt: moment(),
  finishedAt: nullable(moment()),
})
export type JobRow = NonNullable<(typeof jobs)['row']>
