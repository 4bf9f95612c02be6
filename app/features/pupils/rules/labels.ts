import { longDate } from '../../../values/date-words'
import { FIELDS, type FieldName, type PupilValues } from './fields'
import { endedSenNeeds, endedSenStatuses } from './sen.table'

const ended: Partial<Record<FieldName, typeof endedSenNeeds>> = {
  sen_status: endedSenStatuses,
  sen_need: endedSenNeeds,
}
const kinds = new Map(FIELDS.map(({ name, kind }) => [name, kind]))
const words = new Map(
  FIELDS.map(({ name, options = [] }) => [
    name,
    new Map([...options, ...(ended[name] ?? [])].map(({ code, label }) => [code, label])),
  ]),
)

/** The plain words for a code of a field: `SEN support` for K. A code that is in no list is shown as it stands. */
export const codeLabel = (field: FieldName, code: string): string => words.get(field)?.get(code) ?? code

/** A value as people read it: words for codes, long dates, a percent sign; an empty text where it is not known. */
export function shown(field: FieldName, value: PupilValues[FieldName]): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((code) => codeLabel(field, code)).join('; ')
  if (typeof value === 'number') return field === 'attendance_percent' ? `${value} %` : String(value)
  return kinds.get(field) === 'date' ? longDate(value) : codeLabel(field, value)
}

/** A value as exports and form fields hold it, which `readPupil` reads back to the same value. */
export function written(field: FieldName, value: PupilValues[FieldName]): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.join(';')
  // A bare figure up to 1 would be read back as a fraction.
  return field === 'attendance_percent' && Number(value) <= 1 ? `${value}%` : String(value)
}
