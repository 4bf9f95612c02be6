import { Section, Table, type Column } from '../../../ui'
import type { ShownChange } from './changes.server'

const columns: readonly Column<'field' | 'from' | 'to' | 'who' | 'when'>[] = [
  { key: 'field', label: 'Field', heads: true },
  { key: 'from', label: 'Before' },
  { key: 'to', label: 'After' },
  { key: 'who', label: 'Changed by' },
  { key: 'when', label: 'When' },
]

const empty = <span>not known</span>

/** What was changed since the record was made; nothing where nothing was. */
export const Changes = ({ changes }: { changes: readonly ShownChange[] }) => (
  <Section title="Changes">
    {changes.length === 0 ? (
      <p>Nothing was changed since this record was made, or since changes are noted.</p>
    ) : (
      <Table
        caption="Changes, the newest first"
        captionHidden
        columns={columns}
        rows={changes.map((change) => ({
          key: change.key,
          cells: {
            field: change.field,
            from: change.from || empty,
            to: change.to || empty,
            who: `${change.who ?? 'Somebody without an account now'}, ${change.how}`,
            when: change.when,
          },
        }))}
      />
    )}
  </Section>
)
