import { abolishedAuthorities, codesOutsideEngland, currentAuthorities } from './local-authorities.table'

export type DfeNumberReading =
  | { ok: true; number: string; la: string; establishment: string; authority: string; abolished: boolean }
  | { ok: false; why: DfeNumberFault }

export type DfeNumberFault = 'missing' | 'form' | 'outside-england' | 'authority'

/** What is wrong with a DfE number and what to do, for people. */
export const dfeNumberMessages: Record<DfeNumberFault, string> = {
  missing: 'Enter the DfE number of your school: seven digits, such as 371 2999.',
  form: 'A DfE number has seven digits: three for the local authority and four for the school, such as 371 2999.',
  'outside-england': 'This number is of a school outside England. OTrack is for schools in England.',
  authority:
    'The first three digits are no local authority’s code in England. Look the number up in Get Information About Schools.',
}

const SPELLING = /^(\d{3})\s*[ /-]?\s*(\d{4})$/
const names = new Map([...currentAuthorities, ...abolishedAuthorities].map(({ code, name }) => [code, name]))
const abolished = new Set(abolishedAuthorities.map(({ code }) => code))
const outside = new Set(codesOutsideEngland)

/**
 * Reads `3712999`, `371/2999`, `371 2999` or `371-2999`. Whether such a school exists is for the register to say. A number under an
 * abolished authority is taken: schools go on using it until they are told the new one.
 */
export function readDfeNumber(text: string): DfeNumberReading {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, why: 'missing' }
  const [, la, establishment] = SPELLING.exec(trimmed) ?? []
  if (la === undefined || establishment === undefined || establishment === '0000')
    return { ok: false, why: 'form' }
  if (outside.has(la)) return { ok: false, why: 'outside-england' }
  const authority = names.get(la)
  if (authority === undefined) return { ok: false, why: 'authority' }
  return { ok: true, number: la + establishment, la, establishment, authority, abolished: abolished.has(la) }
}

/** `371 2999`, as it is shown to people. */
export const showDfeNumber = (number: string): string => `${number.slice(0, 3)} ${number.slice(3)}`
