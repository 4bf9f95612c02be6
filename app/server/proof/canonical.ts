import { createHash } from 'node:crypto'

/** What canonical JSON may hold here. Floats are refused: their written form is where implementations differ. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * JSON in the one form that is signed (RFC 8785): keys sorted by UTF-16 code units, nothing between the tokens. With integers for numbers
 * `JSON.stringify` writes each token as the RFC wants it. Throws on what has no such form.
 */
export function canonical(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new Error('Only integers have a canonical form here')
    return String(value)
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new Error('A lone surrogate has no canonical form')
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  // `from` reads a hole as undefined, which is refused; `map` would skip it.
  if (isList(value)) return `[${Array.from(value, canonical).join(',')}]`
  if (!isPlain(value)) throw new Error('This has no canonical form')
  // The default order of sort() is by UTF-16 code units.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonical(key)}:${canonical(value[key] as Canonical)}`)
  return `{${members.join(',')}}`
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value)

/** A Date or a Map would else be written as an object without members. */
function isPlain(value: unknown): value is Readonly<Record<string, Canonical>> {
  if (typeof value !== 'object' || value === null) return false
  const made: unknown = Object.getPrototypeOf(value)
  return made === Object.prototype || made === null
}

/** SHA-256, base64url. */
export const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url')
}

/** The leaf of a Merkle tree over `bytes` (RFC 6962 §2.1): the prefix keeps a leaf from passing for a node. */
export const leafHash = (bytes: string): string => digest(Uint8Array.of(0), bytes)

/** What a receipt's holder reads aloud to show that theirs is the one we hold: the first letters of its leaf. */
export const checkCode = (body: string): string => leafHash(body).slice(0, 8)
