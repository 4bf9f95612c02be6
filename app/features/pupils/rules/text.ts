import { nothingWords } from './small-sets.table'

/** Control characters, soft hyphen, invisible spaces and marks that turn the direction of text. Joiners stay: some scripts need them. */
const UNWANTED = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Cc}/gu
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** Text in one line: invisible characters gone, white space single, letters composed (NFC), so that equal names are equal bytes. */
export function tidy(text: string): string {
  if (text === '' || PLAIN.test(text)) return text
  return text.replace(/\s+/g, ' ').replace(UNWANTED, '').replace(/ {2,}/g, ' ').trim().normalize('NFC')
}

/** True for a tidied cell that gives nothing: empty, a dash, "Not recorded". */
export const isNothing = (text: string): boolean => text === '' || nothingWords.has(text.toLowerCase())

/** True for what a spreadsheet shows where a formula failed, such as #N/A or #REF!. */
export const isCellFault = (text: string): boolean =>
  text.startsWith('#') && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(text)
