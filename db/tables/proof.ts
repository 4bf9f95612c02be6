import { integer, moment, nullable, oneOf, table, text } from './define'

/** Random keys that outlive every rotation of APP_SECRET, one a purpose. Sealed under it, and sealed anew when it rotates; never replaced. */
export const storedKeys = table('stored_keys', { purpose: text(), sealed: text(), createdAt: moment() })

/** The public half of every Ed25519 key that ever signed a receipt, a seal or a checkpoint. Kept for ever. */
export const signingKeys = table('signing_keys', {
  /** First 16 hex digits of SHA-256 of the raw public key. */
  kid: text(),
  /** Raw, base64url. */
  publicKey: text(),
  firstUsed: moment(),
  revokedAt: nullable(moment()),
  reason: nullable(text()),
})
export type SigningKeyRow = NonNullable<(typeof signingKeys)['row']>

/** What is written and not sealed yet; filled by the database itself when an entry or a receipt is inserted. */
export const auditWaiting = table('audit_waiting', { ref: text(), kind: oneOf<'entry' | 'receipt'>() })

/** A signed batch of leaves, linked to the one before. Rows are only ever added. */
export const auditSeals = table('audit_seals', {
  /** From 1, without gaps. */
  number: integer(),
  leaves: integer(),
  /** Canonical JSON, as it was signed: number, at, leaves, root, previous, kid. */
  body: text(),
  /** SHA-256 of the body, base64url: what the next seal links to. */
  hash: text(),
  signature: text(),
  at: moment(),
})
export type AuditSealRow = NonNullable<(typeof auditSeals)['row']>

/** The leaves of the seals in their order. Rows are only ever added. */
export const auditLeaves = table('audit_leaves', {
  seal: integer(),
  /** From 0. */
  place: integer(),
  kind: oneOf<'entry' | 'receipt'>(),
  /** The entry's id or the receipt's reference. */
  ref: text(),
  /** SHA-256(0x00 ‖ canonical form), base64url. */
  hash: text(),
})
export type AuditLeafRow = NonNullable<(typeof auditLeaves)['row']>

/** The state of the log at night, signed, and mailed to the data protection officer. Rows are only ever added. */
export const checkpoints = table('checkpoints', {
  /** Number of the newest seal. */
  size: integer(),
  /** Canonical JSON, as it was signed: size, root (the newest seal's hash), at, origin, kid. */
  body: text(),
  signature: text(),
  at: moment(),
})

/** A signed proof of a step of a request or a change of a choice. The body names nobody; what it commits to is in `opened` and can go. */
export const receipts = table('receipts', {
  /** 80 random bits, Crockford base32. */
  reference: text(),
  type: text(),
  /** Canonical JSON (RFC 8785), byte for byte as it was signed. */
  body: text(),
  signature: text(),
  kid: text(),
  subjectKind: nullable(text()),
  subjectId: nullable(text()),
  /** Sealed JSON of salts and values; null once what it was about is erased. */
  opened: nullable(text()),
  at: moment(),
})
export type ReceiptRow = NonNullable<(typeof receipts)['row']>
