import type { ReactNode } from 'react'

/** A counted thing: the number, what was counted, and where to see them. */
export interface Figure {
  label: string
  value: number | string
  href?: string | undefined
  note?: ReactNode | undefined
}

/** A row of large figures, such as a dashboard's or an upload's. */
export const Figures = ({ items }: { items: readonly Figure[] }) => (
  <dl className="figures">
    {items.map(({ label, value, href, note }) => (
      <div key={label}>
        <dt>{href ? <a href={href}>{label}</a> : label}</dt>
        <dd>{typeof value === 'number' ? value.toLocaleString('en-GB') : value}</dd>
        {note && <dd className="figures-note">{note}</dd>}
      </div>
    ))}
  </dl>
)
