import { Field, Filters, SelectField } from '../../ui'
import { acts } from './acts.table'
import { isId, isNarrowed, type AuditFilter, type ReadFilter } from './filter'

interface Props extends Pick<ReadFilter, 'filter' | 'errors'> {
  people: readonly { id: string; name: string }[]
}

const actChoices = Object.entries(acts).map(([value, label]) => ({ value, label }))

/** The fields that narrow the record of activity; what they say stays in the address. */
export function AuditFilters({ filter, errors, people }: Props) {
  const known = people.map(({ id, name }) => ({ value: id, label: name }))
  const others = filter.person !== '' && !people.some(({ id }) => id === filter.person)
  const choices = others ? [...known, { value: filter.person, label: 'Somebody else' }] : known
  const day = (name: 'from' | 'to', label: string) => (
    <Field
      {...{ name, label, error: errors[name], value: filter[name] }}
      type="date"
      width="short"
      optional="unsaid"
    />
  )
  return (
    <Filters
      label="Narrow the record of activity"
      action="/portal/audit"
      clear={isNarrowed(filter) ? '/portal/audit' : null}
    >
      <Field name="pupil" type="search" label={pupilLabel(filter)} value={filter.pupil} optional="unsaid" />
      <SelectField
        {...{ name: 'person', label: 'Person', options: choices, value: filter.person }}
        empty="Anybody"
        optional="unsaid"
      />
      <SelectField
        {...{ name: 'act', label: 'What was done', options: actChoices, value: filter.act }}
        empty="Anything"
        optional="unsaid"
      />
      {day('from', 'From day')}
      {day('to', 'To day')}
    </Filters>
  )
}

const pupilLabel = ({ pupil }: AuditFilter) =>
  isId(pupil) ? 'Pupil (the one whose id stands here)' : 'Pupil’s name or UPN'
