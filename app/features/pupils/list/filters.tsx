import { Field, Filters, SelectField, type Choice } from '../../../ui'
import { senStatuses } from '../rules/sen.table'
import { yearGroups } from '../rules/year-group.table'
import { addressOf, isNarrowed, rolls, sorts, type Filter, type Sort } from './filter'

interface FiltersProps {
  filter: Filter
  sort: Sort
  classes: readonly string[]
}

const choices = (codes: readonly { code: string; label: string }[]): Choice[] =>
  codes.map(({ code, label }) => ({ value: code, label }))
const yesOrNo: Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** The fields that narrow and sort the list; what they say stays in the address. */
export function PupilFilters({ filter, sort, classes }: FiltersProps) {
  const groups = filter.class === '' || classes.includes(filter.class) ? classes : [...classes, filter.class]
  const select = (name: keyof Filter, label: string, options: readonly Choice[]) => (
    <SelectField
      name={name}
      label={label}
      options={options}
      value={filter[name]}
      empty="Any"
      optional="unsaid"
    />
  )
  return (
    <Filters
      label="Find pupils"
      action="/portal/pupils"
      button="Find"
      clear={isNarrowed(filter) ? addressOf({ ...filter, ...unfiltered }) || '/portal/pupils' : null}
      more={{
        label: 'More filters and sorting',
        open:
          [filter.sen, filter.pp, filter.eal].some(Boolean) || filter.roll !== 'current' || sort !== 'name',
        fields: (
          <>
            {select('sen', 'SEN status', choices(senStatuses))}
            {select('pp', 'Pupil premium', yesOrNo)}
            {select('eal', 'EAL', yesOrNo)}
            <SelectField
              name="roll"
              label="Which pupils"
              options={rolls}
              value={filter.roll}
              empty={null}
              optional="unsaid"
            />
            <SelectField
              name="sort"
              label="Sorted by"
              options={sorts}
              value={sort}
              empty={null}
              optional="unsaid"
            />
          </>
        ),
      }}
    >
      <Field name="q" type="search" label="Name or UPN" value={filter.q} optional="unsaid" />
      {select('year', 'Year group', choices(yearGroups))}
      {select(
        'class',
        'Class group',
        groups.map((group) => ({ value: group, label: group })),
      )}
    </Filters>
  )
}

const unfiltered = { q: '', year: '', class: '', sen: '', pp: '', eal: '' } as const
