import type { ReactNode } from 'react'
import { Button } from './button'

interface FiltersProps {
  children: ReactNode
  /** Fields that are needed less often; they fold away, and stand open while one of them is set. */
  more?: { label: string; open: boolean; fields: ReactNode } | undefined
  /** Address that the filter asks; the page's own without it. */
  action?: string | undefined
  label?: string | undefined
  button?: string | undefined
  /** Where "Clear" leads; shown only while something is filtered. */
  clear?: string | null | undefined
}

/** A row of fields that narrows a list (GET, so that the address can be kept). Its fields are `optional="unsaid"`. */
export function Filters({ children, action, more, label = 'Filter', button = 'Show', clear }: FiltersProps) {
  return (
    <form className="filters" method="get" action={action} role="search" aria-label={label}>
      {children}
      <div className="filters-buttons">
        <Button weight="quiet">{button}</Button>
        {clear && <a href={clear}>Clear</a>}
      </div>
      {more && (
        <details className="filters-more" open={more.open}>
          <summary>{more.label}</summary>
          <div>
            {more.fields}
            <div className="filters-buttons">
              <Button weight="quiet">{button}</Button>
            </div>
          </div>
        </details>
      )}
    </form>
  )
}
