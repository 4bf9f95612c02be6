import { Checkboxes, Field, SelectField, type Choice } from '../../../ui'
import { fieldNamed, type FieldName } from '../rules/fields'
import { codeLabel } from '../rules/labels'

interface ControlProps {
  name: FieldName
  /** As the form holds it; several codes are parted by semicolons. */
  value: string
  error: string | undefined
  /** What stands in the database now, where that is another than what was typed. */
  now?: string | undefined
}

const hints: Partial<Record<FieldName, string>> = {
  date_of_birth: 'For example, 17/03/2015',
  upn: '13 characters, for example E371299321047. Leave it empty if there is none yet.',
  attendance_percent: 'Leave it empty, and it is worked out from the sessions below.',
  left_on: 'Only for a pupil who has left.',
}

const wide: readonly FieldName[] = ['last_name', 'first_name', 'username', 'class_group']

/** The codes to choose from; one that has ended stays choosable while it is stored. */
function choicesOf(name: FieldName, chosen: readonly string[]): Choice[] {
  const options = (fieldNamed(name)?.options ?? []).map(({ code, label }) => ({ value: code, label }))
  const ended = chosen.filter((code) => code !== '' && !options.some(({ value }) => value === code))
  return [...options, ...ended.map((code) => ({ value: code, label: codeLabel(name, code) }))]
}

/** The right control for a field of a pupil. */
export function Control({ name, value, error, now }: ControlProps) {
  const field = fieldNamed(name)
  const own = hints[name]
  const hint = now === undefined ? own : `Stored now: ${now || 'not recorded'}.${own ? ` ${own}` : ''}`
  const optional = !['last_name', 'first_name', 'date_of_birth'].includes(name)
  const words = { name, label: field?.label ?? name, error, hint, optional }
  switch (field?.kind) {
    case 'code':
    case 'yes-no':
      return (
        <SelectField
          {...words}
          value={value}
          empty="Not recorded"
          width="half"
          options={choicesOf(name, [value])}
        />
      )
    case 'codes': {
      const values = value.split(';').filter(Boolean)
      return (
        <>
          {/* Unticked boxes send nothing; this says that they were on the page. */}
          <input type="hidden" name={name} value="" />
          <Checkboxes {...words} values={values} options={choicesOf(name, values)} />
        </>
      )
    }
    case 'date':
      return <Field {...words} type="date" value={value} />
    case 'number':
      return <Field {...words} type="number" inputMode="decimal" width="short" value={value} />
    default:
      return (
        <Field
          {...words}
          value={value}
          width={wide.includes(name) ? 'full' : 'half'}
          maxLength={field?.longest}
        />
      )
  }
}
