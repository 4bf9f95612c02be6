import type { ImportState } from '../../../../db/tables/imports'
import { longMoment } from '../../../values/date-words'
import { ButtonLink, Empty, Page, Table, Tag, type Column, type Tone } from '../../../ui'

interface Upload {
  id: string
  fileName: string
  state: ImportState
  counts: Record<string, number> | null
  /** UTC milliseconds. */
  createdAt: number
}

const states: Record<ImportState, { says: string; tone: Tone }> = {
  reading: { says: 'Being read', tone: 'info' },
  mapping: { says: 'Columns to match', tone: 'warning' },
  checking: { says: 'Being checked', tone: 'info' },
  preview: { says: 'Waiting for you', tone: 'warning' },
  committing: { says: 'Being saved', tone: 'info' },
  committed: { says: 'Saved', tone: 'success' },
  failed: { says: 'Not readable', tone: 'danger' },
  discarded: { says: 'Discarded', tone: 'neutral' },
  undone: { says: 'Undone', tone: 'neutral' },
}

type Key = 'file' | 'when' | 'state' | 'rows' | 'added' | 'changed' | 'refused'
const columns: readonly Column<Key>[] = [
  { key: 'file', label: 'File', heads: true },
  { key: 'when', label: 'Uploaded' },
  { key: 'state', label: 'State' },
  { key: 'rows', label: 'Rows', figure: true },
  { key: 'added', label: 'New', figure: true },
  { key: 'changed', label: 'Changed', figure: true },
  { key: 'refused', label: 'Not taken', figure: true },
]

const rowOf = ({ id, fileName, state, counts, createdAt }: Upload) => ({
  key: id,
  marks: { 'import-id': id },
  cells: {
    file: <a href={`/portal/pupils/imports/${id}`}>{fileName}</a>,
    when: longMoment(createdAt),
    state: <Tag tone={states[state].tone}>{states[state].says}</Tag>,
    rows: figure(counts, 'rows'),
    added: figure(counts, 'added'),
    changed: figure(counts, 'changed'),
    refused: figure(counts, 'refused'),
  },
})

/** Nothing where no row was counted: a file that could not be read, or whose columns are not matched yet. */
const figure = (counts: Upload['counts'], name: string) =>
  counts?.rows ? (counts[name] ?? 0).toLocaleString('en-GB') : ''

/** What was uploaded so far. */
export const UploadsPage = ({ uploads }: { uploads: readonly Upload[] }) => (
  <Page
    name="pupils-imports"
    title="Past uploads"
    lead="Every file your school has uploaded, the newest first. You can undo a saved upload for 30 days."
    actions={uploads.length > 0 && <ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>}
  >
    {uploads.length > 0 ? (
      <Table caption="Past uploads" captionHidden columns={columns} rows={uploads.map(rowOf)} />
    ) : (
      <Empty
        title="Nothing has been uploaded yet"
        actions={<ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>}
      >
        <p>
          Export your pupils from your school’s system as CSV. You will see what would change before anything
          is saved.
        </p>
      </Empty>
    )}
  </Page>
)
