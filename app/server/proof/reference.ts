import { randomBytes } from 'node:crypto'

/** Crockford's base32: no I, L, O or U, so that it can be read aloud. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `count` random letters, five bits each. */
const randomLetters = (count: number) => Array.from(randomBytes(count), (byte) => LETTERS[byte % 32]).join('')

/** A receipt's own reference: 80 random bits in 16 letters. */
export const newReceiptReference = (): string => randomLetters(16)

/** A request's short reference for people, such as `RR-7K3F-92`. It alone opens nothing. */
export const newRequestReference = (): string => `RR-${randomLetters(4)}-${randomLetters(2)}`

/** A reference as it may have been read out or typed; null if it is none. */
export function readReference(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters : null
}
