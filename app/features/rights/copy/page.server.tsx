import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { CopiedRow, CopiedTable } from '../../../privacy/copy.server'
import { longMoment } from '../../../values/date-words'
import type { AboutCopy } from './about-copy'
import style from './copy.css?raw'

/** Beyond so many rows of a table the page leads to the CSV, which has all. */
const MOST = 500

/** It runs and asks for nothing, wherever it is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

const head = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A copy of your data – OTrack</title>
<style>${style}</style>
</head>
<body>
<main>
`

/** index.html: the copy to read and to print, whole in itself. */
export async function* pageParts(
  about: AboutCopy,
  tables: readonly CopiedTable[],
): AsyncGenerator<string, void> {
  yield head + renderToStaticMarkup(<Head about={about} />)
  for (const table of tables) {
    yield '\n<section>'
    yield renderToStaticMarkup(<About table={table} />)
    let shown = 0
    for await (const batch of table.rows()) {
      yield renderToStaticMarkup(<Rows rows={batch.slice(0, MOST - shown)} columns={table.columns} />)
      shown += batch.length
      if (shown >= MOST) break
    }
    yield renderToStaticMarkup(<p>{howMany(shown, table.name)}</p>)
    yield '</section>'
  }
  yield `\n${renderToStaticMarkup(<Complaints about={about} />)}\n</main>\n</body>\n</html>\n`
}

function howMany(shown: number, name: string): string {
  if (shown === 0) return 'Nothing of this kind is held about you.'
  return shown >= MOST ? `These are the first ${MOST}. All stand in csv/${name}.csv.` : `In all: ${shown}.`
}

const Head = ({ about }: { about: AboutCopy }) => {
  const { controller, data_protection_officer: officer } = about
  return (
    <>
      <h1>A copy of your data</h1>
      <p>
        This is everything that OTrack held about you on {longMoment(Date.parse(about.made_at))}, London time.
        The same stands in data.json, which schema.json describes, and table by table in the folder csv.
      </p>
      <dl>
        <Line term="Request">{about.request}</Line>
        <Line term="Receipt">{about.receipt}</Line>
        <Line term="Who holds it">
          {[controller.name, ...controller.address, `telephone ${controller.telephone}`].join(', ')}
        </Line>
        <Line term="Data protection officer">
          {[officer.name, officer.email, `telephone ${officer.telephone}`].join(', ')}
        </Line>
        <Line term="Your rights">{about.rights}</Line>
        <Line term="Decisions by machines">{about.automated_decisions}</Line>
      </dl>
    </>
  )
}

const Line = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)

const About = ({ table }: { table: CopiedTable }) => (
  <>
    <h2>{table.title}</h2>
    <dl>
      <Line term="What for">
        {table.purposes.map(({ says, basis, interest }) => (
          <p key={says}>
            {says} ({basis}
            {interest === null ? '' : `: ${interest}`}).
          </p>
        ))}
      </Line>
      <Line term="Where it comes from">{table.source}</Line>
      <Line term="Who receives it">
        {table.recipients.map(({ name, why, country, safeguard }) => (
          <p key={name}>
            {name}: {why} ({[country, safeguard].filter(Boolean).join('; ')}).
          </p>
        ))}
      </Line>
      <Line term="How long it is kept">{table.retention}</Line>
      {table.withheld.map(({ what, why }) => (
        <Line key={what} term={`Not in this copy: ${what}`}>
          {why}
        </Line>
      ))}
    </dl>
  </>
)

const Rows = ({
  rows,
  columns,
}: {
  rows: readonly CopiedRow[]
  columns: readonly { name: string; label: string }[]
}) =>
  rows.map((row, place) => (
    <dl className="row" key={place}>
      {columns.map(({ name, label }) => (
        <Line key={name} term={label}>
          {readable(row[name])}
        </Line>
      ))}
    </dl>
  ))

/** A moment as it stands in a copy. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value !== 'string') return JSON.stringify(value)
  return MOMENT.test(value) ? longMoment(Date.parse(value)) : value
}

const Complaints = ({ about: { complaints } }: { about: AboutCopy }) => (
  <section>
    <h2>If you are not content</h2>
    <ul>
      <li>{complaints.toUs}</li>
      <li>
        {complaints.toRegulator} <a href={complaints.regulatorLink}>{complaints.regulatorLink}</a>
      </li>
      <li>{complaints.toCourt}</li>
    </ul>
  </section>
)
