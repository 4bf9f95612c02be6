import type { ReactNode } from 'react'

/** One line: what it is, what it says, and a link or button to change it. */
export interface Described {
  term: string
  says: ReactNode
  action?: ReactNode | undefined
}

/** Facts about one thing, a line each. An empty fact is said to be empty. */
export const DescriptionList = ({
  items,
  empty = 'Not recorded',
}: {
  items: readonly Described[]
  empty?: string | undefined
}) => (
  <dl className="described">
    {items.map(({ term, says, action }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>
          {says === null || says === undefined || says === '' ? <span className="muted">{empty}</span> : says}
        </dd>
        {action && <dd className="described-action">{action}</dd>}
      </div>
    ))}
  </dl>
)
