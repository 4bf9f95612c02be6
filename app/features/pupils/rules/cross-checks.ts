import { cohortStep, stepOf } from './year-group'
import type { Reading } from './reading'

/** What two fields say against each other. Either can be right, so these only warn and change nothing. */
export function checkTogether(reading: Reading): void {
  const { values } = reading
  if (values.in_care === 'yes' && values.ever_in_care === 'no')
    reading.warn(
      'ever_in_care',
      'CARE_CONTRADICTION',
      'The pupil is in care now, so has been in care. Correct one of the two.',
    )
  if (values.fsm === 'yes' && values.fsm6 === 'no')
    reading.warn(
      'fsm6',
      'FSM_CONTRADICTION',
      'Free meals now count towards the last six years as well. Correct one of the two.',
    )
  if (values.fsm6 === 'yes' && values.pupil_premium === 'no')
    reading.warn(
      'pupil_premium',
      'PUPIL_PREMIUM_CONTRADICTION',
      'Free meals in the last six years usually bring pupil premium. Check it.',
    )
  checkYearGroup(reading)
}

/** A year out of the cohort can be right (held back, moved up); in August the old and the new year group both are. */
function checkYearGroup(reading: Reading): void {
  const { date_of_birth: birth, year_group: code } = reading.values
  const step = code === null ? null : stepOf(code)
  if (birth === null || step === null) return
  const { today, rollsOver } = reading.context
  const away = step - cohortStep(birth, today, rollsOver)
  const inAugust = today.slice(5, 7) === '08'
  if (
    away === 0 ||
    (inAugust && step === cohortStep(birth, today, rollsOver === '08-01' ? '09-01' : '08-01'))
  )
    return
  const years = Math.abs(away)
  const message =
    years === 1
      ? 'The date of birth belongs to the year group above or below this one. That can be right; please check.'
      : `The date of birth belongs to a year group ${years} years away from this one. One of the two is probably wrong.`
  reading.warn('year_group', 'YEAR_DOB_MISMATCH', message)
}
