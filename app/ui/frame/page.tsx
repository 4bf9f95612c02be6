import type { ReactNode } from 'react'

interface PageProps {
  /** The page's name for checks and monitors: `data-page`. */
  name: string
  title: ReactNode
  /** A short line above the title, such as the place it belongs to. */
  above?: ReactNode | undefined
  lead?: ReactNode | undefined
  /** Buttons beside the title. */
  actions?: ReactNode | undefined
  /** Stands before the title: the error summary, a notice of success. */
  first?: ReactNode | undefined
  /** `form` and `reading` are narrow; `wide` has room for tables. */
  width?: 'form' | 'reading' | 'wide' | undefined
  /** Further marks, `{ 'request-state': 'open' }` becomes `data-request-state`. */
  marks?: Readonly<Record<string, string>> | undefined
  children?: ReactNode | undefined
}

/** Turns `{ 'pupil-id': '1' }` into `{ 'data-pupil-id': '1' }`. */
export const dataMarks = (marks: Readonly<Record<string, string>> | undefined) =>
  Object.fromEntries(Object.entries(marks ?? {}).map(([name, value]) => [`data-${name}`, value]))

/** The main part of a page, headed. Every page has exactly one. */
export function Page({
  name,
  title,
  above,
  lead,
  actions,
  first,
  width = 'wide',
  marks,
  children,
}: PageProps) {
  return (
    <main id="main" tabIndex={-1} className="page" data-page={name} data-width={width} {...dataMarks(marks)}>
      {first}
      <div className="page-head">
        <div>
          {above && <p className="page-above">{above}</p>}
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </main>
  )
}

/** A part of a page under its own heading. */
export const Section = ({
  title,
  id,
  children,
}: {
  title: ReactNode
  id?: string | undefined
  children: ReactNode
}) => (
  <section className="section" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)
