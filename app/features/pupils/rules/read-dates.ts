import { ageOn } from '../../../values/dates'
import { readDate, type DateReading } from '../../../values/date-text'
import type { SourceField } from './fields'
import type { Reading } from './reading'
import { isNothing } from './text'

/** Completed years of the oldest who can be on a school's roll: Year 14, with a year in hand. */
const OLDEST = 20
/** Entry and leaving may lie ahead, so a two-digit year of theirs is always of this century. */
const END_OF_CENTURY = '2099-12-31'

const faults: Record<(DateReading & { ok: false })['why'], string> = {
  unreadable: 'This cannot be read as a date. Write it as 17/03/2015.',
  'no-such-day': 'There is no such day in the calendar. Correct the date.',
  'month-first': 'The month seems to stand first here. Write the day first, as in 17/03/2015.',
}

export function readBirth(reading: Reading): void {
  const { today } = reading.context
  const text = reading.text('date_of_birth')
  if (isNothing(text)) {
    if (reading.has('date_of_birth'))
      reading.warn(
        'date_of_birth',
        'DOB_MISSING',
        'The date of birth is missing. Add it, for ages and matching rest on it.',
        true,
      )
    return
  }
  const birth = readDate(text, today, reading.context.dateOrder?.date_of_birth)
  if (!birth.ok) return reading.error('date_of_birth', 'DOB_INVALID', faults[birth.why])
  if (birth.date > today)
    return reading.error('date_of_birth', 'DOB_FUTURE', 'This date of birth lies in the future. Correct it.')
  const age = ageOn(birth.date, today)
  if (age > OLDEST) {
    const message = `By this date the pupil would be ${age} years old. Check that it is the pupil’s date and not a parent’s.`
    return reading.error('date_of_birth', 'DOB_AGE_RANGE', message)
  }
  reading.values.date_of_birth = birth.date
  if (birth.twoDigitYear)
    reading.warn(
      'date_of_birth',
      'DOB_TWO_DIGIT_YEAR',
      `The year has two digits and was read as ${birth.date.slice(0, 4)}. Check it.`,
    )
}

/** Entry and leaving. They stand after the date of birth, with which entry is compared. */
export function readEntryAndLeaving(reading: Reading): void {
  const { values } = reading
  values.entry_date = readOther(reading, 'entry_date')
  values.left_on = readOther(reading, 'left_on') ?? readOther(reading, 'leaving_date')
  if (values.entry_date && values.date_of_birth && values.entry_date < values.date_of_birth)
    reading.warn(
      'entry_date',
      'ENTRY_BEFORE_BIRTH',
      'The pupil would have entered the school before being born. Check both dates.',
      true,
    )
  if (values.left_on && values.entry_date && values.left_on < values.entry_date)
    reading.warn(
      'left_on',
      'LEFT_BEFORE_ENTRY',
      'The pupil would have left before entering the school. Check both dates.',
      true,
    )
}

function readOther(reading: Reading, field: SourceField): string | null {
  const text = reading.text(field)
  if (isNothing(text)) return null
  const date = readDate(text, END_OF_CENTURY, reading.context.dateOrder?.[field])
  if (!date.ok) {
    reading.warn(field, 'DATE_INVALID', faults[date.why], true)
    return null
  }
  if (date.twoDigitYear)
    reading.warn(
      field,
      'DATE_TWO_DIGIT_YEAR',
      `The year has two digits and was read as ${date.date.slice(0, 4)}. Check it.`,
    )
  return date.date
}
