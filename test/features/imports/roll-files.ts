import { checkLetter } from '../../../app/values/upn'

/** A unique pupil number, from its twelve digits. */
export const upn = (digits: string): string => checkLetter(digits) + digits

/** The UPN of the pupil with this number, at the other school of the demo. */
export const upnOf = (number: number): string => upn(`371${299_820_000 + number}`)

type Cell = string | number | null | undefined

/** A file of these rows, its headings first. Cells with a separator, quote or line end are quoted. */
export const file = (...rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: Cell): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const headings = ['UPN', 'Surname', 'Forename', 'DOB', 'Gender', 'Year', 'Reg'] as const

/** A faultless pupil of Year 4 under `headings`. */
export const pupil = (number: number, surname: string, forename = 'Amira'): string[] => [
  upnOf(number),
  surname,
  forename,
  '17/03/2017',
  'F',
  '4',
  '4B',
]

const letters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)] ?? '').join('')

/** A roll of many faultless pupils whose names and numbers all differ. */
export function bigRoll(rows: number, from = 1): string {
  const one = (at: number) => pupil(from + at, `Bell${letters(from + at)}`, `Amira${letters(at % 977)}`)
  return file(headings, ...Array.from({ length: rows }, (_, at) => one(at)))
}
