import { abolishedAuthorities, upnLaCodes } from './local-authorities.table'

/** The 23 letters of a UPN in the order that gives each its number: A 0 … Z 22. I, O and S are left out: they look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const SHAPE = /^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$/
const INVISIBLE = /[\s\u180e\u200b-\u200f\u2060\ufeff]+/g
/** What systems write where there is no UPN; UN1 to UN5 are the codes of children's social care. */
const NO_UPN = /^(-*|\.|n\/a|#n\/a|none|null|unknown|not ?known|notrecorded|\(blank\)|un[1-5])$/i
const LOOK_ALIKES: Record<string, string> = { I: '1', O: '0', S: '5' }

const laCodes = new Set(upnLaCodes)
const closedOn = new Map(abolishedAuthorities.map((authority) => [authority.code, authority.closedOn]))

export type UpnReading =
  | { kind: 'missing' }
  | { kind: 'valid'; upn: string; temporary: boolean; yearGiven: number; authorityClosedOn: string | null }
  | {
      kind: 'refused'
      why: 'length' | 'characters' | 'check-letter' | 'authority'
      says: string
      suggestion: string | null
    }

/**
 * Reads a UPN as typed or exported. The tests stand in the order in which a person mends them: missing, length, characters, check letter,
 * authority. A suggestion is only ever shown: a "corrected" number can be another child's.
 */
export function readUpn(text: string): UpnReading {
  const upn = normaliseUpn(text)
  if (NO_UPN.test(upn)) return { kind: 'missing' }
  const length = [...upn].length
  if (length !== 13) return refused('length', wrongLength(upn, length))
  if (!SHAPE.test(upn)) return refused('characters', wrongCharacters(upn), mended(upn))
  const letter = checkLetter(upn.slice(1))
  if (letter !== upn[0]) return refused('check-letter', wrongLetter(letter))
  const authority = upn.slice(1, 4)
  if (!laCodes.has(authority)) return refused('authority', wrongAuthority(authority))
  return {
    kind: 'valid',
    upn,
    temporary: upn.charCodeAt(12) > 57,
    yearGiven: yearGiven(upn),
    authorityClosedOn: closedOn.get(authority) ?? null,
  }
}

/** Without white space and invisible characters, Latin letters in upper case. Nothing else is taken away: a hyphen makes it wrong. */
export function normaliseUpn(text: string): string {
  return text.replace(INVISIBLE, '').replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** The letter that belongs in front of characters 2 to 13. Weights begin with 2; a letter at the end counts as its own number. */
export function checkLetter(rest: string): string {
  let sum = 0
  for (let at = 0; at < rest.length; at++) {
    const digit = rest.charCodeAt(at) - 48
    sum += (at + 2) * (digit <= 9 ? digit : LETTERS.indexOf(rest.charAt(at)))
  }
  return LETTERS.charAt(sum % 23)
}

/** True for what was probably meant as a UPN, right or wrong: it tells a column of UPNs from one of other numbers. */
export function looksLikeUpn(text: string): boolean {
  const upn = normaliseUpn(text)
  return (
    upn.length >= 12 && upn.length <= 14 && /^[A-Z0-9]+$/.test(upn) && upn.replace(/[A-Z]/g, '').length >= 10
  )
}

/** True for a well-formed temporary UPN, which its school should soon replace. */
export const isTemporaryUpn = (upn: string): boolean => SHAPE.test(upn) && upn.charCodeAt(12) > 57

const refused = (
  why: (UpnReading & { kind: 'refused' })['why'],
  says: string,
  suggestion: string | null = null,
): UpnReading => ({ kind: 'refused', why, says, suggestion })

function wrongLength(upn: string, length: number): string {
  if (/^[0-9]{12}$|^[0-9]{11}[A-Z]$/.test(upn))
    return 'A UPN has 13 characters; this has 12: the check letter in front is missing.'
  return `A UPN has 13 characters, a letter and then 12 more without dots or hyphens; this has ${length}.`
}

function wrongCharacters(upn: string): string {
  const where = [...upn].findIndex(
    (sign, at) => !(at === 0 || at === 12 ? /[0-9A-HJ-NP-RT-Z]/ : /[0-9]/).test(sign),
  )
  if (where <= 0 && !/^[A-HJ-NP-RT-Z]/.test(upn))
    return 'A UPN begins with a letter, and never with I, O or S.'
  const sign = upn.charAt(where)
  if (sign in LOOK_ALIKES)
    return `Character ${where + 1} is the letter ${sign}, which a UPN never has; the digit ${LOOK_ALIKES[sign]} is easily mistaken for it.`
  return `Character ${where + 1} should be a plain digit.`
}

const wrongLetter = (letter: string) =>
  `The check letter does not fit the digits: for them it would be ${letter}, but one of the digits may as well be the mistake.`

const wrongAuthority = (code: string) => `Characters 2 to 4 are ${code}, which is no local authority's code.`

/** The same number with the digits that I, O and S are mistaken for, if that makes it right. */
function mended(upn: string): string | null {
  const proposal = upn.charAt(0) + upn.slice(1).replace(/[IOS]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  return SHAPE.test(proposal) && readUpn(proposal).kind === 'valid' ? proposal : null
}

/** Characters 9 and 10 as a year. UPNs began in 1997, so 97 to 99 are of the last century. */
function yearGiven(upn: string): number {
  const year = Number(upn.slice(8, 10))
  return year >= 97 ? 1900 + year : 2000 + year
}
