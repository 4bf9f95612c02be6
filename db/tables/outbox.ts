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
  /** Keyed hashes of the address and what the message is about, of marketing alone: by these an opt-out holds it back. */
  mark: nullable(text()),
  folded: nullable(text()),
  topic: nullable(text()),
  /** New with each claim, so that the claim always changes the row. */
  claim: nullable(text()),
})
export type OutboxRow = NonNullable<(typeof outbox)['row']>
