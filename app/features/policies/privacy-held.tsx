import { Fragment } from 'react'
import type { HeldShown, NoticeTables } from '../../privacy/notice.server'
import { DescriptionList, Table } from '../../ui'

const listed = ({ sameAs, what }: HeldShown) =>
  [...(sameAs === null ? [] : [`much of what stands under “${sameAs}”`]), ...what].join('; ')

/** A part of what is held: each line of the declaration under its own heading. */
const Part = ({ title, held }: { title: string; held: readonly HeldShown[] }) => (
  <>
    <h3>{title}</h3>
    {held.map((one) => (
      <Fragment key={one.title}>
        <h4>{one.title}</h4>
        <DescriptionList
          items={[
            { term: 'What', says: listed(one) },
            ...(one.special.length > 0 ? [{ term: 'Special categories', says: one.special.join('; ') }] : []),
            { term: 'Why', says: one.why.join('. ') },
            { term: 'How long', says: one.kept.join('. ') },
            { term: 'From', says: one.from },
          ]}
        />
      </Fragment>
    ))}
  </>
)

/** What is held about users, leads and subscribers (P4, P6), with purpose, retention and source. */
export const Held = ({ tables }: { tables: NoticeTables }) => (
  <>
    <Part title="If you have an account" held={tables.user} />
    <Part title="If you asked for a demo or for information" held={tables.lead} />
    {tables.subscriber.length > 0 && (
      <Part title="If you take our newsletter or told us your choices" held={tables.subscriber} />
    )}
    <Part title="Whichever of these you are" held={tables.everybody} />
    <p>
      When you ask us to delete it, we do, save what the law makes us keep. We tell you what that is, why, and
      until when. No decision about you is made by a machine alone.
    </p>
  </>
)

/** What is held about pupils (P5), for whom, and what makes special categories special (P8, P24). */
export const Pupils = ({ tables }: { tables: NoticeTables }) => (
  <>
    <p>
      Only users at a pupil’s own school give us that pupil’s data. Schools choose what they upload, and need
      not upload everything that stands here.
    </p>
    <Part title="What OTrack can hold about a pupil" held={tables.pupil} />
    <p>
      <strong>Special categories</strong> are kept only while the consent of a parent or guardian, or of a
      pupil who is able to give it, is recorded and not withdrawn. Without it they are neither stored, shown,
      exported nor counted. Withdrawing it removes them at once.
    </p>
    <p>
      <strong>Every reading is recorded:</strong> each time a pupil’s record is opened, changed or exported,
      with who did it and when.
    </p>
    <p>
      <strong>Deletion:</strong> an authorised user of the school can delete a pupil at any time. A pupil,
      parent or guardian can ask us to: we suspend the data at once, tell the school, and delete it as soon as
      we are sure that the person who asks may do so. Each school’s terms instruct us to.
    </p>
    <p>We make no statistics of our own from pupils’ data.</p>
  </>
)

const purposeColumns = [
  { key: 'says', label: 'What for', heads: true, wide: true },
  { key: 'basis', label: 'On what basis' },
] as const

const basisWords = ({ basis, interest }: NoticeTables['purposes'][number]) =>
  interest === null ? basis : `${basis}: ${interest}`

/** What data is used for, each with its lawful basis (P13). */
export const Purposes = ({ tables }: { tables: NoticeTables }) => {
  const rows = (yet: boolean) =>
    tables.purposes
      .filter((purpose) => purpose.yet === yet)
      .map((purpose) => ({
        key: purpose.name,
        cells: { says: purpose.says, basis: basisWords(purpose) },
      }))
  return (
    <>
      <Table caption="What we use data for" columns={purposeColumns} rows={rows(false)} />
      <Table
        caption="What we may use data for one day, and do not yet"
        columns={purposeColumns}
        rows={rows(true)}
      />
      <p>
        Before we use data for anything else, we tell those whom it concerns, with the lawful basis. All this
        stands, field by field, in <a href="/privacy/register.json">our register</a>, which a computer can
        read (<a href="/privacy/register.schema.json">its schema</a>).
      </p>
    </>
  )
}

const recipientColumns = [
  { key: 'name', label: 'Who', heads: true },
  { key: 'why', label: 'What for', wide: true },
  { key: 'where', label: 'Where' },
] as const
const whenWords = { always: '', 'on occasion': ' (only if the occasion comes)', 'not yet': ' (not yet)' }

/** Who else may see it (P20). */
export const Recipients = ({ tables }: { tables: NoticeTables }) => (
  <>
    <p>Our own people, as far as their work needs it. Beyond them only:</p>
    <Table
      caption="Who receives data"
      columns={recipientColumns}
      rows={tables.recipients.map(({ name, why, where, when }) => ({
        key: name,
        cells: { name: `${name}${whenWords[when]}`, why, where },
      }))}
    />
    <p>
      None of them may use it for purposes of their own. Data leaves the United Kingdom and the European
      Economic Area only where the law of the other country is recognised as adequate, or under the standard
      clauses that the regulator has approved. We sell nobody’s data.
    </p>
  </>
)
