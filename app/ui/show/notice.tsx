import type { ReactNode } from 'react'

interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'danger' | undefined
  title?: string | undefined
  /** Read out by screen readers when the page opens: for the outcome of what was just done. */
  live?: boolean | undefined
  children?: ReactNode | undefined
}

const before = { info: 'Note', success: 'Done', warning: 'Important', danger: 'Warning' } as const

/** Something to know. The kind is said in words too, never by colour alone. */
export function Notice({ kind = 'info', title, live, children }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} role={live ? 'status' : undefined}>
      <p className="notice-title">
        {title ? (
          <>
            <span className="visually-hidden">{before[kind]}: </span>
            {title}
          </>
        ) : (
          before[kind]
        )}
      </p>
      {children}
    </div>
  )
}
