import { DescriptionList, ErrorSummary, Notice, Page, type Answered } from '../../ui'
import { longMoment } from '../../values/date-words'
import { CheckForms } from './check-forms'
import type { CheckedText } from './check-text.server'
import { kindWords, typeWords, verdictWords } from './words'

interface Props {
  formToken: string
  answer?: (Answered & { checked?: CheckedText }) | undefined
}

/** Where anybody checks a receipt. What is pasted is judged and forgotten. */
export function ReceiptsPage({ formToken, answer }: Props) {
  const checked = answer?.checked
  return (
    <Page
      name="receipts"
      title="Check a receipt"
      width="reading"
      first={
        <>
          <ErrorSummary errors={answer?.errors} />
          {checked && <Outcome checked={checked} />}
        </>
      }
      lead={
        <p>
          We give a signed receipt for requests about personal data, for complaints and for choices about
          marketing. Here anybody can see whether one is genuine.
        </p>
      }
    >
      <CheckForms formToken={formToken} answer={answer} />
    </Page>
  )
}

/** What is said of a pasted receipt. Of what it opens, only whether it fits: the words themselves are the holder's. */
function Outcome({ checked }: { checked: CheckedText }) {
  const { verdict, proves, opened, code } = checked
  const { title, says } = verdictWords[verdict]
  return (
    <>
      <Notice kind={verdict === 'genuine' ? 'success' : 'danger'} title={title} live>
        <p data-receipt-verdict={verdict}>{says}</p>
      </Notice>
      {proves && (
        <DescriptionList
          items={[
            { term: 'Reference', says: <code>{proves.ref}</code> },
            { term: 'It proves that', says: typeWords(proves.type) },
            { term: 'Of kind', says: kindWords(proves.kind) },
            { term: 'Issued on', says: `${longMoment(proves.at)}, London time` },
            {
              term: 'What it opens',
              says:
                opened === 0
                  ? 'Nothing: it names nobody.'
                  : 'What the file says about its holder is what we signed for.',
            },
            { term: 'Check code', says: <code>{code}</code> },
          ]}
        />
      )}
    </>
  )
}
