import type { FieldName } from '../rules/fields'

export interface Group {
  title: string
  fields: readonly FieldName[]
}

/** The fields as the record and the form show them. The special ones stand apart: they hang on consent. */
export const groups: readonly Group[] = [
  {
    title: 'Who they are',
    fields: ['last_name', 'first_name', 'title', 'gender', 'date_of_birth', 'upn', 'username'],
  },
  { title: 'At school', fields: ['year_group', 'class_group', 'entry_date', 'left_on'] },
  {
    title: 'Support and circumstances',
    fields: ['fsm', 'fsm6', 'pupil_premium', 'eal', 'in_care', 'ever_in_care', 'gifted_talented'],
  },
  {
    title: 'Attendance',
    fields: ['attendance_percent', 'attendance_possible', 'attendance_authorised', 'attendance_unauthorised'],
  },
]

export const specialGroup: Group = {
  title: 'Ethnicity and special educational needs',
  fields: ['ethnicity', 'sen_status', 'sen_need'],
}
