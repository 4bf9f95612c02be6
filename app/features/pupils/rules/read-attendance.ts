import type { SourceField } from './fields'
import type { Reading } from './reading'
import { isNothing } from './text'

const NUMBER = /^\d{1,7}(?:[.,]\d{1,6})?$/

/**
 * Attendance as sessions, as a percentage, or both. A percentage that is not given is worked out from the sessions to one decimal place;
 * none possible is "not known", not 0 %. Figures that cannot be are left out together, since no one can tell which of them is wrong.
 */
export function readAttendance(reading: Reading): void {
  const { values } = reading
  const possible = readSessions(reading, 'attendance_possible')
  const authorised = readSessions(reading, 'attendance_authorised')
  const unauthorised = readSessions(reading, 'attendance_unauthorised')
  const attended = readSessions(reading, 'attendance_attended')
  const percent = readPercent(reading)
  if (possible !== null && (authorised ?? 0) + (unauthorised ?? 0) + (attended ?? 0) > possible) {
    const message = `More sessions were counted than the ${possible} that were possible, so the attendance figures are left out. Correct them.`
    return reading.warn('attendance_possible', 'ATTENDANCE_IMPOSSIBLE', message, true)
  }
  values.attendance_possible = possible
  values.attendance_authorised = authorised
  values.attendance_unauthorised = unauthorised
  const present = attended ?? missed(possible, authorised, unauthorised)
  values.attendance_percent =
    percent ?? (possible && present !== null ? Math.round((1000 * present) / possible) / 10 : null)
}

const missed = (
  possible: number | null,
  authorised: number | null,
  unauthorised: number | null,
): number | null =>
  possible === null || authorised === null || unauthorised === null
    ? null
    : possible - authorised - unauthorised

function readSessions(reading: Reading, field: SourceField): number | null {
  const text = reading.text(field)
  if (isNothing(text)) return null
  const number = readNumber(text)
  if (number !== null && Number.isInteger(number)) return number
  reading.warn(
    field,
    'NUMBER_INVALID',
    'This should be a whole number of sessions. It is left out; correct it.',
    true,
  )
  return null
}

/** 96.3, 96.3 % or 0.963. Without the sign, what is not above 1 is a fraction. */
function readPercent(reading: Reading): number | null {
  const text = reading.text('attendance_percent')
  if (isNothing(text)) return null
  const signed = text.endsWith('%')
  const number = readNumber(signed ? text.slice(0, -1).trim() : text)
  if (number === null) {
    reading.warn(
      'attendance_percent',
      'NUMBER_INVALID',
      'This should be a percentage such as 96.3. It is left out; correct it.',
      true,
    )
    return null
  }
  const percent = Math.round(!signed && number <= 1 ? number * 10_000 : number * 100) / 100
  if (percent > 100) {
    reading.warn(
      'attendance_percent',
      'ATTENDANCE_IMPOSSIBLE',
      'Attendance cannot be above 100 %. It is left out; correct it.',
      true,
    )
    return null
  }
  if (!signed && number === 1)
    reading.warn(
      'attendance_percent',
      'ATTENDANCE_ONE',
      'A bare 1 was read as 100 %. If 1 % is meant, write it with the sign.',
    )
  return percent
}

const readNumber = (text: string): number | null =>
  NUMBER.test(text) ? Number(text.replace(',', '.')) : null
