/** How much may be sent to an address. */
export interface BodyLimit {
  path: RegExp
  bytes: number
  /** The body is handed on as it comes (`receiveFile` reads it) instead of being taken in whole first. */
  streamed?: true
}

/** A form of any page: the longest text field is some thousand characters. */
export const FORM_BYTES = 64 * 1024

/** Addresses that take more than a form. */
export const bodyLimits: readonly BodyLimit[] = [
  // A file of 50 MB and its form around it.
  { path: /^\/portal\/pupils\/import$/, bytes: 52 * 1024 * 1024, streamed: true },
  // A mail program's one click, or some boxes.
  { path: /^\/unsubscribe\//, bytes: 4 * 1024 },
  { path: /^\/webhooks\//, bytes: 512 * 1024 },
]
