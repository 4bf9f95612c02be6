import { Temporal } from 'temporal-polyfill'

/** Dates are text, `YYYY-MM-DD`, which sorts and compares as it stands; moments are UTC milliseconds. London time only in words for people. */
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `YYYY-MM-DD` of a day that the calendar has, else null. Months count from 1. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** True for `YYYY-MM-DD` of a day that the calendar has. */
export function isDate(text: string): boolean {
  const parts = PATTERN.exec(text)
  return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Completed years of age. A child of 29 February has its birthday on 1 March in other years, as English law counts. */
export function ageOn(birth: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}

/** The year in which the academic year of a date began: 2025 on 15 June 2026. `rollsOver` is the first day of a new one, as MM-DD. */
export function academicYear(on: string, rollsOver = '09-01'): number {
  return Number(on.slice(0, 4)) - (on.slice(5) < rollsOver ? 1 : 0)
}

/** An academic year in words: `2025/26`. */
export function academicYearName(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`
}
