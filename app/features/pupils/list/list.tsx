import { ButtonLink, Empty, Notice, Page, Pagination, Table, type Column, type Row } from '../../../ui'
import { shortDate } from '../../../values/date-words'
import { codeLabel } from '../rules/labels'
import { PupilFilters } from './filters'
import { addressOf, isNarrowed, type Filter, type Sort } from './filter'
import type { Listed, PupilPage } from './list-pupils.server'

export interface ListData {
  page: PupilPage
  filter: Filter
  sort: Sort
  classes: readonly string[]
  /** Whether the person sees any pupil at all. */
  any: boolean
  may: { write: boolean; import: boolean; export: boolean }
  /** What was just done, where the page follows an act. */
  done: string | null
}

type Key = 'name' | 'year' | 'class' | 'born' | 'left'

const columns: readonly Column<Key>[] = [
  { key: 'name', label: 'Name', heads: true },
  { key: 'year', label: 'Year group' },
  { key: 'class', label: 'Class group' },
  { key: 'born', label: 'Date of birth' },
]
const withLeaving: readonly Column<Key>[] = [...columns, { key: 'left', label: 'Left on' }]

const rowOf = (pupil: Listed): Row<Key> => ({
  key: pupil.id,
  marks: { 'pupil-id': pupil.id },
  cells: {
    name: (
      <a href={`/portal/pupils/${pupil.id}`}>
        {[pupil.last_name, pupil.first_name].filter(Boolean).join(', ')}
      </a>
    ),
    year: pupil.year_group && codeLabel('year_group', pupil.year_group),
    class: pupil.class_group,
    born: pupil.date_of_birth && shortDate(pupil.date_of_birth),
    left: pupil.left_on && shortDate(pupil.left_on),
  },
})

/** The roll, a page at a time. */
export function PupilList(data: ListData) {
  const { page, filter, sort, may } = data
  const onward = (more: Record<string, string | null>) => {
    const address = addressOf(filter, { sort: sort === 'name' ? null : sort, ...more })
    return `/portal/pupils${address}`
  }
  const to = page.from + page.rows.length - 1
  return (
    <Page
      name="pupils"
      title="Pupils"
      first={data.done === 'deleted' && <Notice kind="success" title="The pupil was deleted" live />}
      actions={<Ways data={data} />}
    >
      {data.any && <PupilFilters filter={filter} sort={sort} classes={data.classes} />}
      {page.total === 0 ? (
        <Nobody data={data} />
      ) : (
        <>
          <Table
            caption="Pupils"
            captionHidden
            columns={filter.roll === 'current' ? columns : withLeaving}
            rows={page.rows.map(rowOf)}
          />
          <Pagination
            summary={`Pupils ${figure(page.from)} to ${figure(to)} of ${figure(page.total)}`}
            previous={page.previous && onward({ before: page.previous })}
            next={page.next && onward({ after: page.next })}
          />
          {may.export && <Downloads filter={filter} total={page.total} />}
        </>
      )}
    </Page>
  )
}

const figure = (n: number) => n.toLocaleString('en-GB')

const Ways = ({ data: { may } }: { data: ListData }) => (
  <>
    {may.import && <ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>}
    {may.write && (
      <ButtonLink href="/portal/pupils/new" weight="quiet">
        Add a pupil
      </ButtonLink>
    )}
  </>
)

/** The whole roll, or what the filter shows of it. */
function Downloads({ filter, total }: { filter: Filter; total: number }) {
  const narrowed = isNarrowed(filter) || filter.roll === 'leavers'
  const address = narrowed ? addressOf(filter, { roll: filter.roll }) : ''
  const what = narrowed
    ? total === 1
      ? 'this pupil'
      : `these ${figure(total)} pupils`
    : 'the whole roll, leavers too,'
  return (
    <p>
      Download {what} as <a href={`/portal/pupils/export.csv${address}`}>CSV for a spreadsheet</a> or as{' '}
      <a href={`/portal/pupils/export.json${address}`}>JSON for other programs</a>. Each download is recorded.
    </p>
  )
}

function Nobody({ data: { any, filter, may } }: { data: ListData }) {
  if (any && isNarrowed(filter))
    return (
      <Empty
        title="Nobody was found"
        actions={
          <ButtonLink href="/portal/pupils" weight="quiet">
            Clear the filters
          </ButtonLink>
        }
      >
        <p>No pupil matches all of this. Try fewer filters, or part of the name.</p>
      </Empty>
    )
  if (any)
    return (
      <Empty title={filter.roll === 'leavers' ? 'No leavers' : 'Nobody is on roll'}>
        <p>
          {filter.roll === 'leavers'
            ? 'No pupil here has left the school.'
            : 'All the pupils here have left. Choose “Leavers” under “Which pupils” to see them.'}
        </p>
      </Empty>
    )
  if (!may.import)
    return (
      <Empty title="No pupils yet">
        <p>There are no pupils in your year groups yet. Your school’s data lead adds them.</p>
      </Empty>
    )
  return (
    <Empty
      title="No pupils yet"
      actions={<ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>}
    >
      <p>
        Export your roll from your school’s system as CSV and upload it. You see what would be added before
        anything is saved. You can also <a href="/portal/pupils/new">add pupils one by one</a>.
      </p>
    </Empty>
  )
}
