import type { ReactNode } from 'react'

/** What stands where there is nothing yet: what belongs here and how to get it here. */
export const Empty = ({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) => (
  <div className="empty">
    <h2>{title}</h2>
    {children}
    {actions && <div className="form-buttons">{actions}</div>}
  </div>
)
