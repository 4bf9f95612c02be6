import { date, id, json, moment, nullable, oneOf, schoolTable, table, text } from './define'

export type RequestState = 'received' | 'identity' | 'open' | 'extended' | 'completed' | 'refused'

/** What somebody asked about data held of them, or of a pupil. */
export const requests = table('requests', {
  id: id(),
  /** Such as `RR-7K3F-92`; unique. It alone opens nothing. */
  reference: text(),
  kind: oneOf<'access' | 'erasure'>(),
  subjectKind: oneOf<'self' | 'pupil'>(),
  /** Null once whom it was about is erased. */
  subjectId: nullable(id()),
  schoolId: nullable(id()),
  requestedBy: id(),
  state: oneOf<RequestState>(),
  details: nullable(text()),
  receivedAt: moment(),
  closedAt: nullable(moment()),
  availableUntil: nullable(moment()),
})
export type RequestRow = NonNullable<(typeof requests)['row']>

/** One step of a request: what was done when, and the receipt that proves it. */
export const requestSteps = table('request_steps', {
  id: id(),
  /** That of the request. */
  reference: text(),
  requestedBy: id(),
  /** The type of its receipt, such as `rights.received`. */
  type: text(),
  /** Reference of the receipt; null where none was issued. */
  receipt: nullable(text()),
  at: moment(),
})
export type RequestStepRow = NonNullable<(typeof requestSteps)['row']>

/** The certificate of an erasure. It names nobody. */
export const erasures = table('erasures', {
  id: id(),
  /** That of the request. */
  reference: text(),
  schoolId: nullable(id()),
  subjectKind: oneOf<'user' | 'pupil' | 'lead' | 'subscriber'>(),
  /** Rows that went, by table. */
  counts: json<Record<string, number>>(),
  /** What is still to be done outside the database, in words; empty once it is. */
  pending: json<string[]>(),
  at: moment(),
  completedAt: nullable(moment()),
})
export type ErasureRow = NonNullable<(typeof erasures)['row']>

/** Keyed marks of pupils who were erased on request: they hold the pupil back at the next upload and hold no readable value. */
export const erasedPupils = schoolTable('erased_pupils', {
  mark: text(),
  kind: oneOf<'upn' | 'name'>(),
  reference: text(),
  erasedOn: date(),
})
export type ErasedPupilRow = NonNullable<(typeof erasedPupils)['row']>
