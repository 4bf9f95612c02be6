import { senNeeds, senStatuses } from './sen.table'
import { mainEthnicities, extendedEthnicities } from './ethnicity.table'
import { sexes, yesNo } from './small-sets.table'
import { yearGroups } from './year-group.table'
import type { Code } from '../../../values/code-set'

export type YesNo = 'yes' | 'no'

/** What is known of a pupil, under the names that forms, exports, columns and JSON share. Null, or an empty list, is "not known", never "no". */
export interface PupilValues {
  upn: string | null
  last_name: string | null
  first_name: string | null
  title: string | null
  username: string | null
  date_of_birth: string | null
  gender: string | null
  year_group: string | null
  class_group: string | null
  ethnicity: string | null
  sen_status: string | null
  sen_need: string[]
  fsm: YesNo | null
  fsm6: YesNo | null
  pupil_premium: YesNo | null
  eal: YesNo | null
  in_care: YesNo | null
  ever_in_care: YesNo | null
  gifted_talented: YesNo | null
  entry_date: string | null
  attendance_percent: number | null
  attendance_possible: number | null
  attendance_authorised: number | null
  attendance_unauthorised: number | null
  left_on: string | null
}

export type FieldName = keyof PupilValues

/** Columns of a file that only help to fill or match the fields; they are not stored. */
export const HELPERS = [
  'former_upn',
  'full_name',
  'language',
  'leaving_date',
  'local_id',
  'attendance_attended',
  'dfe_number',
] as const
export type SourceField = FieldName | (typeof HELPERS)[number]

export interface Field {
  name: FieldName
  /** For people, as a label or a column heading. */
  label: string
  kind: 'upn' | 'text' | 'date' | 'code' | 'codes' | 'yes-no' | 'number'
  /** A special category of personal data: kept only with a guardian's consent. */
  special?: true
  /** Longest text, in characters. */
  longest?: number
  options?: readonly Code[]
}

const yesOrNo = (name: FieldName, label: string): Field => ({ name, label, kind: 'yes-no', options: yesNo })

/** Every stored field, in the order of forms and exports. */
export const FIELDS: readonly Field[] = [
  { name: 'upn', label: 'UPN', kind: 'upn' },
  { name: 'last_name', label: 'Last name', kind: 'text', longest: 100 },
  { name: 'first_name', label: 'First name', kind: 'text', longest: 100 },
  { name: 'title', label: 'Title', kind: 'text', longest: 35 },
  { name: 'username', label: 'Username', kind: 'text', longest: 100 },
  { name: 'date_of_birth', label: 'Date of birth', kind: 'date' },
  { name: 'gender', label: 'Gender', kind: 'code', options: sexes },
  { name: 'year_group', label: 'Year group', kind: 'code', options: yearGroups },
  { name: 'class_group', label: 'Class group', kind: 'text', longest: 50 },
  {
    name: 'ethnicity',
    label: 'Ethnicity',
    kind: 'code',
    special: true,
    options: [...mainEthnicities, ...extendedEthnicities],
  },
  { name: 'sen_status', label: 'SEN status', kind: 'code', special: true, options: senStatuses },
  { name: 'sen_need', label: 'SEN need', kind: 'codes', special: true, options: senNeeds },
  yesOrNo('fsm', 'Free school meals'),
  yesOrNo('fsm6', 'Free school meals in the last six years'),
  yesOrNo('pupil_premium', 'Pupil premium'),
  yesOrNo('eal', 'English as an additional language'),
  yesOrNo('in_care', 'In local-authority care'),
  yesOrNo('ever_in_care', 'Ever in care'),
  yesOrNo('gifted_talented', 'Gifted and talented'),
  { name: 'entry_date', label: 'School entry date', kind: 'date' },
  { name: 'attendance_percent', label: 'Attendance (%)', kind: 'number' },
  { name: 'attendance_possible', label: 'Possible sessions', kind: 'number' },
  { name: 'attendance_authorised', label: 'Authorised absences', kind: 'number' },
  { name: 'attendance_unauthorised', label: 'Unauthorised absences', kind: 'number' },
  { name: 'left_on', label: 'Left on', kind: 'date' },
]

const byName = new Map(FIELDS.map((field) => [field.name as string, field]))

/** The field of that name, or undefined for a name that is none. */
export const fieldNamed = (name: string): Field | undefined => byName.get(name)

/** Names a column of a file may be given. */
export const SOURCE_FIELDS: readonly SourceField[] = [...FIELDS.map(({ name }) => name), ...HELPERS]

/** A pupil of whom nothing is known. */
export const noValues = (): PupilValues => ({
  upn: null,
  last_name: null,
  first_name: null,
  title: null,
  username: null,
  date_of_birth: null,
  gender: null,
  year_group: null,
  class_group: null,
  ethnicity: null,
  sen_status: null,
  sen_need: [],
  fsm: null,
  fsm6: null,
  pupil_premium: null,
  eal: null,
  in_care: null,
  ever_in_care: null,
  gifted_talented: null,
  entry_date: null,
  attendance_percent: null,
  attendance_possible: null,
  attendance_authorised: null,
  attendance_unauthorised: null,
  left_on: null,
})
