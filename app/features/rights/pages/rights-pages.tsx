import type { RequestRow } from '../../../../db/tables/rights'
import { longMoment } from '../../../values/date-words'
import { ButtonLink, DescriptionList, Empty, Notice, Page, Section, Table } from '../../../ui'
import { Copy, Complain, Timeline } from './request-parts'
import type { OpenRequest } from '../own-requests.server'

const kinds = { access: 'A copy of your data', erasure: 'Erasure' }
const states = {
  received: 'Received',
  identity: 'Waiting for proof of who you are',
  open: 'Being worked on',
  extended: 'Being worked on, with more time',
  completed: 'Completed',
  refused: 'Refused',
}

const Ask = () => <ButtonLink href="/portal/rights/new">Ask for a copy of your data</ButtonLink>

/** All requests that a person may see. */
export const RequestsPage = ({ requests }: { requests: readonly RequestRow[] }) => (
  <Page name="rights" title="Your data and rights">
    {requests.length === 0 ? (
      <Empty title="Nothing has been asked yet" actions={<Ask />}>
        <p>
          You can ask for a copy of everything held about you. To erase a pupil, open the pupil’s record and
          choose “Delete this pupil”.
        </p>
      </Empty>
    ) : (
      <>
        <p>
          <Ask />
        </p>
        <Table
          caption="Requests"
          captionHidden
          columns={[
            { key: 'reference', label: 'Reference', heads: true, whole: true },
            { key: 'kind', label: 'What was asked' },
            { key: 'state', label: 'State' },
            { key: 'at', label: 'Received', whole: true },
          ]}
          rows={requests.map(({ reference, kind, subjectKind, state, receivedAt }) => ({
            key: reference,
            cells: {
              reference: <a href={`/portal/rights/${reference}`}>{reference}</a>,
              kind: subjectKind === 'pupil' ? `${kinds[kind]} of a pupil` : kinds[kind],
              state: states[state],
              at: longMoment(receivedAt),
            },
          }))}
        />
      </>
    )}
  </Page>
)

/** One request, with the certificate of what was erased. */
export const RequestPage = ({ open }: { open: OpenRequest }) => {
  const { request, certificate } = open
  return (
    <Page
      name="right"
      title={`Request ${request.reference}`}
      above={<a href="/portal/rights">Your data and rights</a>}
      width="reading"
      marks={{ 'request-state': request.state }}
    >
      <DescriptionList
        items={[
          { term: 'What was asked', says: kinds[request.kind] },
          { term: 'State', says: states[request.state] },
          { term: 'Received', says: longMoment(request.receivedAt) },
          { term: 'Closed', says: request.closedAt === null ? null : longMoment(request.closedAt) },
        ]}
        empty="Not yet"
      />
      <Copy open={open} />
      {certificate && (
        <Section title="Certificate of erasure">
          <p>
            These rows were erased from OTrack. The certificate names nobody. OTrack held a copy: your
            school’s own system keeps its record.
          </p>
          <DescriptionList
            items={Object.entries(certificate.counts).map(([table, rows]) => ({
              term: table.replaceAll('_', ' '),
              says: String(rows),
            }))}
          />
          {certificate.pending.length > 0 && (
            <Notice title="Still to be done">
              <ul>
                {certificate.pending.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Notice>
          )}
          {certificate.completedAt !== null && <p>Completed {longMoment(certificate.completedAt)}.</p>}
        </Section>
      )}
      <Timeline steps={open.steps} />
      <Complain ways={open.complain} />
    </Page>
  )
}
