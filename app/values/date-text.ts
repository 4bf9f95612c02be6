import { dateOf } from './dates'
import { londonDate } from './date-words'

/** Which part of `03/07/2015` is the day. It cannot be told from one value: see `dateOrder`. */
export type DateOrder = 'day-first' | 'month-first'

export type DateReading =
  | { ok: true; date: string; twoDigitYear: boolean }
  | { ok: false; why: 'unreadable' | 'no-such-day' | 'month-first' }

const NUMERIC =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?)?$/i
const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const WORDS = /^(?:[a-z]{3,9},? +)?(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})$/i
const SERIAL = /^([2-5]\d{4}|60000)(?:\.\d+)?$/

/**
 * Reads a date as school systems and spreadsheets write it: `17/03/2015`, `17.3.2015`, `2015-03-17T00:00:00Z`, `17 Mar 2015`,
 * `Tue, 17th March 2015`, a spreadsheet's day number (20000 to 60000, 1900 system). The text must be trimmed.
 *
 * `latest` (YYYY-MM-DD) settles two-digit years: the newest century that does not lie after it.
 */
export function readDate(text: string, latest: string, order: DateOrder = 'day-first'): DateReading {
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, first, , second, year] = numeric.map(Number) as [number, number, number, number, number]
    const [day, month] = order === 'day-first' ? [first, second] : [second, first]
    const swapped = order === 'day-first' && month > 12 && day <= 12
    return swapped
      ? { ok: false, why: 'month-first' }
      : dated(year, month, day, latest, numeric[4]?.length === 2)
  }
  const iso = ISO.exec(text)
  if (iso)
    return iso[5] ? readInstant(iso) : dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), latest, false)
  const words = WORDS.exec(text)
  if (words)
    return dated(
      Number(words[3]),
      monthNamed(words[2] ?? ''),
      Number(words[1]),
      latest,
      words[3]?.length === 2,
    )
  const serial = SERIAL.exec(text)
  if (serial) return { ok: true, date: fromDayNumber(Number(serial[1])), twoDigitYear: false }
  return { ok: false, why: 'unreadable' }
}

function dated(year: number, month: number, day: number, latest: string, twoDigitYear: boolean): DateReading {
  const inThisCentury = dateOf(twoDigitYear ? 2000 + year : year, month, day)
  const date =
    twoDigitYear && inThisCentury && inThisCentury > latest ? dateOf(1900 + year, month, day) : inThisCentury
  return date ? { ok: true, date, twoDigitYear } : { ok: false, why: 'no-such-day' }
}

/** A moment with its zone: midnight of a summer birthday in London is 23:00 of the day before in UTC, so the London date is the one meant. */
function readInstant(iso: RegExpExecArray): DateReading {
  const [, year, month, day, time, zone] = iso
  if (!dateOf(Number(year), Number(month), Number(day))) return { ok: false, why: 'no-such-day' }
  const at = Date.parse(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${time}${zone}`)
  return Number.isNaN(at)
    ? { ok: false, why: 'unreadable' }
    : { ok: true, date: londonDate(at), twoDigitYear: false }
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** 1 to 12, or 0 for a word that names no month. Three letters are enough; `Sept` is taken too. */
function monthNamed(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1
}

/** Spreadsheets count days so that 1 March 1900 is 61: day 0 is 30 December 1899. */
function fromDayNumber(days: number): string {
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}
