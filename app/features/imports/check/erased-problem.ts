import { longDate } from '../../../values/date-words'
import type { PupilValues } from '../../pupils/rules/fields'
import type { NotedProblem } from './problem-row'

/** The rule of a row that is held back because its pupil was erased on request (P24). */
export const ERASED = 'ERASED_ON_REQUEST'

/** Says so, and how it is lifted. */
export const erasedProblem = ({ upn, last_name: lastName }: PupilValues, on: string): NotedProblem => ({
  field: upn === null ? 'last_name' : 'upn',
  value: upn ?? lastName ?? '',
  severity: 'error',
  rule: ERASED,
  message: `This pupil was erased on request on ${longDate(on)}: confirm to add again, or leave the row out.`,
})
