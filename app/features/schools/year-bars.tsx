import { Table } from '../../ui'

interface Year {
  /** Null: not known. */
  code: string | null
  label: string
  count: number
}

const WIDTH = 240
const HEIGHT = 14

/** How many pupils each year group has: a table, with a bar beside each figure for the eye. */
export function YearBars({ years }: { years: readonly Year[] }) {
  const most = Math.max(...years.map(({ count }) => count))
  return (
    <Table
      caption="Pupils on roll by year group"
      captionHidden
      columns={[
        { key: 'year', label: 'Year group', heads: true },
        { key: 'count', label: 'Pupils', figure: true },
        { key: 'bar', label: 'Compared' },
      ]}
      rows={years.map(({ code, label, count }) => ({
        key: code ?? 'none',
        cells: {
          year: code === null ? label : <a href={`/portal/pupils?year=${code}`}>{label}</a>,
          count,
          bar: <Bar share={count / most} />,
        },
      }))}
    />
  )
}

/** Attributes, not styles: the security policy refuses inline styles. */
const Bar = ({ share }: { share: number }) => (
  <svg className="year-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
    <rect className="year-bar-track" width={WIDTH} height={HEIGHT} rx="3" />
    <rect className="year-bar-share" width={Math.max(2, Math.round(share * WIDTH))} height={HEIGHT} rx="3" />
  </svg>
)
