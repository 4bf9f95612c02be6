import { fieldNamed } from '../../pupils/rules/fields'
import { DescriptionList, Section } from '../../../ui'
import type { ImportView } from '../show/open-import.server'

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (Western European)',
}
const delimiters: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
}

/** Such as "UTF-8, columns separated by commas". */
function textOf({ encoding, delimiter }: ImportView): string {
  const kind = encodings[encoding ?? ''] ?? encoding
  const parted = delimiters[delimiter ?? ''] ?? delimiter
  return [kind, parted && `columns separated by ${parted}`].filter(Boolean).join(', ')
}

/** What a column is taken for; nothing where its heading says the same. */
function takenFor(header: string, field: ImportView['columns'][number]['field']): string {
  const label = field && fieldNamed(field)?.label
  if (!label) return '→ used to match or fill in, not saved'
  return label.toLowerCase() === header.trim().toLowerCase() ? '' : `→ ${label}`
}

/** How the file was read: encoding, separator, which column became what, and which were left out. */
export function ColumnList({ view }: { view: ImportView }) {
  const imported = view.columns.filter(({ field }) => field !== null && field !== 'ignore')
  const left = view.columns.filter(({ field }) => field === null || field === 'ignore')
  return (
    <Section title="How the file was read">
      <DescriptionList
        items={[
          { term: 'Text', says: textOf(view) },
          {
            term: 'Rows that are no pupils',
            says: `${view.counts.ignored.toLocaleString('en-GB')} (blank rows, repeated headings, totals)`,
          },
          {
            term: 'Imported',
            says: (
              <ul>
                {imported.map(({ index, header, field }) => (
                  <li key={index}>
                    {header.trim()} <span className="muted">{takenFor(header, field)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: 'Not imported',
            says: left.length > 0 && (
              <ul>
                {left.map(({ index, header, why }) => (
                  <li key={index}>
                    {header.trim() === '' ? `Column ${index + 1}` : header.trim()}
                    {why && <span className="muted"> {why}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        empty="None"
      />
    </Section>
  )
}
