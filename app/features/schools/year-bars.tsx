interface Year {
  /** Null: not known. */
  code: string | null
  label: string
  count: number
}

const WIDTH = 400
const HEIGHT = 16

/** How many pupils each year group has: a table, with a bar beside each figure for the eye. It stays a table on a phone: it is narrow. */
export function YearBars({ years }: { years: readonly Year[] }) {
  const most = Math.max(...years.map(({ count }) => count))
  return (
    <table className="year-bars">
      <caption className="visually-hidden">Pupils on roll by year group</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Year group</th>
          <th scope="col">Pupils</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ code, label, count }) => (
          <tr key={code ?? ''}>
            <th scope="row">{code === null ? label : <a href={`/portal/pupils?year=${code}`}>{label}</a>}</th>
            <td>
              <Bar share={count / most} />
              <span>{count}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Attributes, not styles: the security policy refuses inline styles. */
const Bar = ({ share }: { share: number }) => (
  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="year-bars-track" width={WIDTH} height={HEIGHT} rx="3" />
    <rect width={Math.max(2, Math.round(share * WIDTH))} height={HEIGHT} rx="3" />
  </svg>
)
