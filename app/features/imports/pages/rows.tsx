import { codeLabel, shown } from '../../pupils/rules/labels'
import { fieldNamed } from '../../pupils/rules/fields'
import { Filters, Pagination, Section, SelectField, Table, type Column } from '../../../ui'
import type { ImportView } from '../show/open-import.server'

type Key = 'name' | 'line' | 'group' | 'changes'
const columns: readonly Column<Key>[] = [
  { key: 'name', label: 'Pupil', heads: true },
  { key: 'group', label: 'Year and class' },
  { key: 'changes', label: 'What changes', wide: true },
  { key: 'line', label: 'Line', figure: true },
]

/** New pupils, or the changed ones field by field. */
export function Rows({ view }: { view: ImportView }) {
  const { rows, looking, counts } = view
  const isChanged = looking.rows === 'changed'
  const list = isChanged ? columns : columns.filter(({ key }) => key !== 'changes')
  const next = rows.next === null ? null : `?rows=${looking.rows}&rows_after=${rows.next}#pupils`
  return (
    <Section title={isChanged ? 'Pupils who change' : 'New pupils'} id="pupils">
      {counts.added > 0 && counts.changed > 0 && (
        <Filters action="#pupils" label="Which pupils to show">
          <SelectField
            name="rows"
            id="which-rows"
            label="Which pupils"
            value={looking.rows}
            empty={null}
            optional="unsaid"
            options={[
              { value: 'changed', label: `Pupils who change (${counts.changed.toLocaleString('en-GB')})` },
              { value: 'added', label: `New pupils (${counts.added.toLocaleString('en-GB')})` },
            ]}
          />
        </Filters>
      )}
      <Table
        caption={isChanged ? 'Pupils who change' : 'New pupils'}
        captionHidden
        columns={list}
        rows={rows.items.map((row) => ({
          key: String(row.line),
          marks: { line: String(row.line) },
          cells: {
            name: row.name,
            line: row.line.toLocaleString('en-GB'),
            group: [row.yearGroup && codeLabel('year_group', row.yearGroup), row.classGroup]
              .filter(Boolean)
              .join(', '),
            changes: <Changes changes={row.changes} />,
          },
        }))}
      />
      <Pagination
        next={next}
        previous={looking.rowsAfter > 0 ? `?rows=${looking.rows}#pupils` : null}
        words={{ previous: 'First', next: 'Next' }}
      />
    </Section>
  )
}

type Change = ImportView['rows']['items'][number]['changes'][number]

const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <ul>
    {changes.map(({ field, from, to }) => (
      <li key={field}>
        {fieldNamed(field)?.label ?? field}: <del>{words(field, from)}</del> → <ins>{words(field, to)}</ins>
      </li>
    ))}
  </ul>
)

const words = (field: Change['field'], value: Change['from']): string => shown(field, value) || 'not known'
