import { longMoment } from '../../../values/date-words'
import { ButtonLink, DescriptionList, Notice, Section } from '../../../ui'
import type { OpenRequest } from '../own-requests.server'

const done: Readonly<Record<string, string>> = {
  'rights.received': 'We received the request',
  'rights.completed': 'We answered the request',
  'rights.downloaded': 'The copy was downloaded',
  'rights.erased': 'The data was erased',
}

/** Where the copy is to be had, and until when. */
export const Copy = ({ open: { request, download } }: { open: OpenRequest }) =>
  download === null || request.availableUntil === null ? null : (
    <Section title="Your copy">
      {download === 'ready' ? (
        <>
          <p>
            One ZIP file: open index.html in it to read and print. You can download it until{' '}
            {longMoment(request.availableUntil)}. It holds personal data: keep it where only you can open it.
          </p>
          <p>
            <ButtonLink href={`/portal/rights/${request.reference}/download`}>Download your copy</ButtonLink>
          </p>
        </>
      ) : (
        <Notice title="The copy can no longer be downloaded">
          <p>
            It was there until {longMoment(request.availableUntil)}.{' '}
            <a href="/portal/rights/new">Ask again</a>: it costs nothing.
          </p>
        </Notice>
      )}
    </Section>
  )

/** What happened, each step with its receipt. */
export const Timeline = ({ steps }: Pick<OpenRequest, 'steps'>) =>
  steps.length === 0 ? null : (
    <Section title="What happened">
      <ol>
        {steps.map(({ id, type, receipt, at }) => (
          <li key={id}>
            {longMoment(at)}: {done[type] ?? type}.
            {receipt !== null && (
              <>
                {' '}
                Receipt <a href={`/receipts/${receipt}`}>{receipt}</a>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )

/** The three ways to complain. */
export const Complain = ({ ways }: { ways: OpenRequest['complain'] }) => (
  <Section title="If you are not content">
    <DescriptionList
      items={[
        { term: 'To us', says: ways.toUs },
        {
          term: 'To the regulator',
          says: (
            <>
              {ways.toRegulator} <a href={ways.regulatorLink}>How to complain to the regulator</a>
            </>
          ),
        },
        { term: 'To a court', says: ways.toCourt },
      ]}
    />
  </Section>
)
