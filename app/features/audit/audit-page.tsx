import { ButtonLink, Empty, ErrorSummary, Page, Pagination, Table } from '../../ui'
import { longMoment } from '../../values/date-words'
import { fieldNamed } from '../pupils/rules/fields'
import { actWords } from './acts.table'
import { AuditFilters } from './audit-filters'
import { addressOf, isNarrowed } from './filter'
import type { AuditPage } from './list-entries.server'
import type { Told } from './told.server'

const columns = [
  { key: 'act', label: 'What was done', heads: true },
  { key: 'who', label: 'By whom' },
  { key: 'about', label: 'About' },
  { key: 'says', label: 'In particular', wide: true },
  { key: 'at', label: 'When' },
  { key: 'from', label: 'IP address' },
] as const

/** What the school's people did, and what was done for the school: for its administrators. */
export function AuditTrail({ page }: { page: AuditPage }) {
  const { filter, errors, entries, total } = page
  const here = addressOf(filter)
  const onward = (more: Record<string, string>) => `/portal/audit${addressOf(filter, more)}`
  return (
    <Page
      name="audit"
      title="Record of activity"
      first={Object.keys(errors).length > 0 && <ErrorSummary errors={errors} />}
      lead="Who did what, and when. It holds no values and no names: names are joined while the account or the pupil is there. Nobody can change it without it showing."
    >
      <AuditFilters filter={filter} errors={errors} people={page.people} />
      {entries.length === 0 ? (
        <Nothing narrowed={isNarrowed(filter)} />
      ) : (
        <>
          <Table caption="Record of activity" captionHidden columns={columns} rows={entries.map(rowOf)} />
          <Pagination
            summary={`${total.toLocaleString('en-GB')} ${total === 1 ? 'entry' : 'entries'}, the newest first`}
            previous={page.newer && onward({ before: page.newer })}
            next={page.older && onward({ after: page.older })}
            words={{ previous: 'Newer', next: 'Older' }}
          />
          <p>
            <a href={`/portal/audit/export.csv${here}`}>
              Download {isNarrowed(filter) ? 'these entries' : 'all of it'} as CSV for a spreadsheet
            </a>
            . Looking at this page and downloading it are recorded as well.
          </p>
        </>
      )}
    </Page>
  )
}

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <Empty
      title="Nothing was found"
      actions={
        <ButtonLink href="/portal/audit" weight="quiet">
          Clear the filters
        </ButtonLink>
      }
    >
      <p>No entry matches all of this. Try fewer filters, or part of the name.</p>
    </Empty>
  ) : (
    <Empty title="Nothing was done yet">
      <p>As soon as somebody of your school does something, it stands here.</p>
    </Empty>
  )

const rowOf = (entry: Told) => ({
  key: entry.id,
  marks: { 'audit-act': entry.act },
  cells: {
    act: actWords(entry.act),
    who: whoDid(entry),
    about: <About entry={entry} />,
    says: particulars(entry),
    at: longMoment(entry.at),
    from: entry.address ?? '',
  },
})

const kinds: Record<string, string> = {
  staff: 'OTrack’s staff',
  clock: 'OTrack, by itself',
  visitor: 'Somebody not signed in',
  link: 'By a link from a message',
}

const whoDid = ({ who, kind }: Told): string => who ?? kinds[kind] ?? 'Somebody without an account now'

function About({ entry: { aboutKind, aboutId, about } }: { entry: Told }) {
  if (aboutKind === 'pupil')
    return about === null ? (
      'A pupil who is not here any more'
    ) : (
      <a href={`/portal/pupils/${aboutId ?? ''}`}>{about}</a>
    )
  if (aboutKind === 'import') return <a href={`/portal/pupils/imports/${aboutId ?? ''}`}>An upload</a>
  return about ?? ''
}

/** `lastName` and `last_name` as `last name`. */
const inWords = (name: string) => name.replace(/[A-Z]/g, ' $&').replaceAll('_', ' ').toLowerCase()

/** More names of fields than these say less than their number. */
const MOST_FIELDS = 6

function particulars({ fields, counts }: Told): string {
  const labels = fields.map((field) => fieldNamed(field as never)?.label ?? inWords(field))
  const named = labels.length > MOST_FIELDS ? `${labels.length} fields` : labels.join(', ')
  const figures = Object.entries(counts).map(
    ([name, figure]) => `${figure.toLocaleString('en-GB')} ${inWords(name)}`,
  )
  return [named, ...figures].filter(Boolean).join('; ')
}
