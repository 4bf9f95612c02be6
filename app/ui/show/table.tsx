import type { ReactNode } from 'react'
import { dataMarks } from '../frame/page'

/**
 * A column. `figure` sets numbers in line at the right; `heads` makes its cells the rows' headings; `whole` keeps a date or a name on one
 * line; `wide` gives sentences their room.
 */
export interface Column<Key extends string> {
  key: Key
  label: string
  figure?: boolean | undefined
  heads?: boolean | undefined
  whole?: boolean | undefined
  wide?: boolean | undefined
}

/** A row, in words. `marks` become data attributes: `{ 'pupil-id': id }`. */
export interface Row<Key extends string> {
  key: string
  cells: Readonly<Record<Key, ReactNode>>
  marks?: Readonly<Record<string, string>> | undefined
}

interface TableProps<Key extends string> {
  caption: ReactNode
  /** The caption is for screen readers alone, where a heading above says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Key>[]
  rows: readonly Row<Key>[]
}

const manner = ({ figure, whole, wide }: Pick<Column<string>, 'figure' | 'whole' | 'wide'>) => ({
  'data-figure': figure ? '' : undefined,
  'data-whole': whole ? '' : undefined,
  'data-wide': wide ? '' : undefined,
})

/** A table which at phone width becomes a card a row, each value with its column's name. */
export function Table<Key extends string>({ caption, captionHidden, columns, rows }: TableProps<Key>) {
  return (
    <table className="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, ...how }) => (
            <th key={key} scope="col" {...manner(how)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} {...dataMarks(row.marks)}>
            {columns.map(({ key, label, heads, ...how }) =>
              heads ? (
                <th key={key} scope="row" data-label={how.figure ? label : undefined} {...manner(how)}>
                  {row.cells[key]}
                </th>
              ) : (
                <td key={key} data-label={label} {...manner(how)}>
                  {row.cells[key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
