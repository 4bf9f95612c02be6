import type { SourceField } from './fields'

export type Severity = 'error' | 'warning' | 'info'

/** What can be wrong with a pupil's row, or with the same row typed by hand. */
export type Rule =
  | 'UPN_MISSING'
  | 'UPN_LENGTH'
  | 'UPN_FORMAT'
  | 'UPN_CHECK_LETTER'
  | 'UPN_LA'
  | 'UPN_TEMPORARY'
  | 'UPN_YEAR'
  | 'UPN_LA_ABOLISHED'
  | 'UPN_DUPLICATE_IN_FILE'
  | 'POSSIBLE_DUPLICATE_PERSON'
  | 'NAME_MISSING'
  | 'NAME_NOT_SPLIT'
  | 'NAME_SUSPECT_CHARACTER'
  | 'FORMULA_LIKE'
  | 'TEXT_TOO_LONG'
  | 'CELL_FAULT'
  | 'CLASS_DAMAGED'
  | 'DOB_MISSING'
  | 'DOB_INVALID'
  | 'DOB_FUTURE'
  | 'DOB_AGE_RANGE'
  | 'DOB_TWO_DIGIT_YEAR'
  | 'DATE_INVALID'
  | 'DATE_TWO_DIGIT_YEAR'
  | 'ENTRY_BEFORE_BIRTH'
  | 'LEFT_BEFORE_ENTRY'
  | 'CODE_UNKNOWN'
  | 'CODE_LEGACY'
  | 'CODE_AMBIGUOUS'
  | 'YEAR_DOB_MISMATCH'
  | 'SEN_NEED_WITHOUT_PROVISION'
  | 'SEN_PROVISION_WITHOUT_NEED'
  | 'SEN_NSA_WITH_EHCP'
  | 'CARE_CONTRADICTION'
  | 'FSM_CONTRADICTION'
  | 'PUPIL_PREMIUM_CONTRADICTION'
  | 'EAL_CONTRADICTION'
  | 'NUMBER_INVALID'
  | 'ATTENDANCE_IMPOSSIBLE'
  | 'ATTENDANCE_ONE'
  | 'SCHOOL_OTHER'
  | 'ROW_EXTRA_CELLS'

export interface Problem {
  /** Null where it is the row's and no one field's. */
  field: SourceField | null
  /** The cell as it stands in the file. */
  value: string
  /** An error refuses the row. */
  severity: Severity
  rule: Rule
  /** What is wrong and what to do, for people. It never repeats the value. */
  message: string
  /**
   * A file's row is taken in spite of it, mostly without this value, for one bad cell should not keep a child off the roll; who types
   * the value by hand must put it right first.
   */
  mend?: true
}

/** True where a form must be shown again: errors, and what a file may bring but a person can put right at once. */
export const mustMend = (problem: Problem): boolean => problem.severity === 'error' || problem.mend === true
