import { commonPasswords } from './common-passwords.table'

/** A passphrase of three short words has as many; longer rules make people write passwords down (NCSC, "Three random words"). */
export const SHORTEST_PASSWORD = 10
/** Long enough for any sentence, short enough that hashing it costs the same as any other. */
export const LONGEST_PASSWORD = 200

export type WeakPassword = 'short' | 'long' | 'common' | 'about-you'

/** What is wrong with a password that somebody chose, and what to do. */
export const weakPasswordMessages: Record<WeakPassword, string> = {
  short: `Enter a password of at least ${SHORTEST_PASSWORD} characters. Three words that do not belong together are good.`,
  long: `Enter a password of at most ${LONGEST_PASSWORD} characters.`,
  common:
    'Enter another password: this one is on the lists that guessers try first. Three words that do not belong together are good.',
  'about-you':
    'Enter another password: this one can be guessed from your email address or the name of your school.',
}

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const withoutFiguresAround = (text: string) => text.replace(/^\d+|\d+$/g, '')
const STEPS = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz'

/** Why a password must not be taken; null when it may. `about` are the person's email address, school and the like. */
export function weakPassword(password: string, about: readonly string[]): WeakPassword | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'short'
  if (length > LONGEST_PASSWORD) return 'long'
  const plain = folded(password)
  const bare = withoutFiguresAround(plain)
  // One or two signs over and over, or a run such as 1234567890.
  if (new Set(plain).size < 3 || STEPS.includes(plain)) return 'common'
  if (commonPasswords.has(plain) || commonPasswords.has(bare)) return 'common'
  const known = about.flatMap((text) => [text, text.split('@')[0] ?? '']).map(folded)
  if (known.some((text) => text.length >= 4 && (text === plain || text === bare))) return 'about-you'
  return null
}
