import { Temporal } from 'temporal-polyfill'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** `24 November 2026`. */
export function longDate(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}

/** `Tuesday 24 November 2026`. */
export function longDateWithDay(date: string): string {
  return `${WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${longDate(date)}`
}

/** `24 Nov 2026`, for tables. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3)} ${date.slice(0, 4)}`
}

/** The date in London at a moment (UTC milliseconds). */
export function londonDate(at: number): string {
  return inLondon(at).toPlainDate().toString()
}

/** The moment (UTC milliseconds) at which a day begins in London. */
export const londonDayBegins = (date: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').epochMilliseconds

/** `24 November 2026 at 3:05pm`, London time. */
export function longMoment(at: number): string {
  const { hour, minute } = inLondon(at)
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
  return `${longDate(londonDate(at))} at ${clock}`
}

const inLondon = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London')
