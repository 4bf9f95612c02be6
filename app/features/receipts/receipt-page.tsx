import { DescriptionList, Notice, Page, Section } from '../../ui'
import type { Found } from '../../server/proof/find-receipt.server'
import { longMoment } from '../../values/date-words'
import { roleWords } from '../policies/rules/company'
import { CheckForms } from './check-forms'
import { kindWords, typeWords, verdictWords } from './words'

/** What anybody who has the reference may know of a receipt: that it is ours, when and of what kind. Nothing about a person, ever. */
export function ReceiptPage({ found, formToken }: { found: Found; formToken: string }) {
  const { statement, verdict } = found
  const genuine = verdict === 'genuine' && statement !== null
  return (
    <Page
      name="receipt"
      title={`Receipt ${found.reference}`}
      width="reading"
      marks={{ 'receipt-verdict': verdict }}
      first={
        <Notice kind={genuine ? 'success' : 'danger'} title={verdictWords[verdict].title}>
          <p>{genuine ? verdictWords.genuine.says : damaged}</p>
        </Notice>
      }
    >
      {genuine && (
        <DescriptionList
          items={[
            { term: 'It proves that', says: typeWords(statement.type) },
            { term: 'Of kind', says: kindWords(statement.kind) },
            { term: 'Issued on', says: `${longMoment(statement.at)}, London time` },
            { term: 'Whose data it is', says: roleWords[statement.role] },
            {
              term: 'What it was about',
              says: found.erased
                ? 'What it was about has been erased. The receipt stays valid and names nobody.'
                : 'Only the receipt’s holder can show what it is about, with the file that we sent. This page does not say it.',
            },
            {
              term: 'In the log',
              says:
                found.seal === null
                  ? 'Not yet entered in the log. That is done in batches, soon after a receipt is issued.'
                  : `Entered in the log as seal ${found.seal}.`,
            },
            { term: 'Check code', says: <code>{found.code}</code> },
          ]}
        />
      )}
      <Section title="What this tells you">
        <p>
          The reference is one that we issued. To see whether a file that somebody shows you is this receipt,
          compare the check code, or check the file itself.
        </p>
      </Section>
      <CheckForms formToken={formToken} />
    </Page>
  )
}

const damaged =
  'What we hold under this reference no longer matches its signature. That is our fault: please tell our data protection officer, who is named in the privacy notice.'

/** For an unknown reference and for one that is none alike: who guesses learns nothing. */
export const NoReceiptPage = ({ formToken }: { formToken: string }) => (
  <Page
    name="receipt-unknown"
    title="We know no receipt with this reference"
    width="reading"
    lead={
      <p>
        A reference has 16 letters and figures. It stands in the message that brought the receipt. Look
        whether all of it was copied.
      </p>
    }
  >
    <CheckForms formToken={formToken} />
  </Page>
)
