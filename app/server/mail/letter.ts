/** A message ready to go. */
export interface Letter {
  /** The outbox row's id. */
  id: string
  /** The same at every try, so that mail programs can tell a repeat. */
  messageId: string
  /** UTC milliseconds; the message's date. */
  at: number
  to: string
  subject: string
  html: string
  text: string
  /** Files that go with it: JSON text. */
  attached?: readonly { name: string; content: string }[]
  /** Header lines beside the usual ones. */
  headers?: Readonly<Record<string, string>>
}

/** `forGood`: no further try can help. `code` names no person. */
export type Delivery = { ok: true } | { ok: false; forGood: boolean; code: string }
