import type { ReactNode } from 'react'

const counts = [
  ['rows', 212],
  ['added', 9],
  ['changed', 34],
  ['unchanged', 168],
  ['not taken', 1],
] as const

const Change = ({ field, from, to }: { field: string; from: string; to: string }) => (
  <>
    {field} <del>{from}</del> <ins>{to}</ins>
  </>
)

const rows: readonly { mark: string; state: string; line: number; who: string; what: ReactNode }[] = [
  { mark: '+', state: 'Added', line: 12, who: 'Haddad, Amira', what: 'Reception, class Oak' },
  {
    mark: '~',
    state: 'Changed',
    line: 47,
    who: 'Nowak, Tomasz',
    what: <Change field="Class" from="5R" to="6R" />,
  },
  {
    mark: '~',
    state: 'Changed',
    line: 63,
    who: 'Lockwood, Freya',
    what: <Change field="Last name" from="Marsh" to="Lockwood" />,
  },
  {
    mark: '!',
    state: 'Held back',
    line: 71,
    who: 'Osei, Daniel',
    what: 'SEN status: no consent is recorded',
  },
  {
    mark: '×',
    state: 'Not taken',
    line: 88,
    who: 'Grant, Poppy',
    what: 'Born 31/02/2016: there is no such day',
  },
]

/** A picture, in real words, of an upload before anything is written. */
export const Preview = () => (
  <figure className="preview">
    <div className="preview-sheet">
      <p className="preview-file">
        <strong>autumn-roll.csv</strong>
        <span>Nothing is saved yet</span>
      </p>
      <dl className="preview-counts">
        {counts.map(([what, n]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <ul className="preview-rows">
        {rows.map(({ mark, state, line, who, what }) => (
          <li key={line} data-state={state}>
            <span className="preview-mark" aria-hidden="true">
              {mark}
            </span>
            <span className="preview-who">{who}</span>
            <span className="preview-state">
              {state}, line {line}
            </span>
            <span className="preview-what">{what}</span>
          </li>
        ))}
      </ul>
    </div>
    <figcaption>The preview of an upload. These pupils are invented.</figcaption>
  </figure>
)
