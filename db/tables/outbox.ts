import { id, moment, nullable, oneOf, table, text } from './define'

/** A message to be sent, written with the business write that causes it. Address and content are sealed and go once it is sent. */
export const outbox = table('outbox', {
  id: id(),
  template: text(),
  kind: oneOf<'contract' | 'marketing'>(),
  /** Sealed JSON `{ to, props }`; null once sent. */
  content: nullable(text()),
  messageId: text(),
  state: oneOf<'waiting' | 'sent' | 'failed' | 'withdrawn'>(),
  createdAt: moment(),
  sentAt: nullable(moment()),
})
export type OutboxRow = NonNullable<(typeof outbox)['row']>
