import type { About } from './about'
import { Act, Letter, P } from './letter'
import { ReceiptPart, receiptSample, type ReceiptPartProps } from './receipt-part'

interface Props {
  reference: string
  requestUrl: string
  /** Until when it can be downloaded, in words. */
  until: string
  /** Reference of the receipt of the request; the other, `receipt`, says that it was answered. */
  receivedReceipt: string
  receipt: ReceiptPartProps
}

export const about = {
  kind: 'contract',
  purpose: 'rights',
  sample: {
    reference: 'RR-7K3F-92',
    requestUrl: 'https://otrack.example/portal/rights/RR-7K3F-92',
    until: '30 November 2026 at 9:14am',
    receivedReceipt: '2VPA4TRC7K3M9QXD',
    receipt: { ...receiptSample, what: 'The copy of your data is ready' },
  },
} satisfies About<Props>

export const subject = ({ reference }: Props) => `The copy of your data is ready: ${reference}`

export default ({ reference, requestUrl, until, receivedReceipt, receipt }: Props) => (
  <Letter
    preview={`You can download it until ${until}.`}
    title="The copy of your data is ready"
    why="You get this message because you asked OTrack for a copy of the data held about you."
  >
    <P>
      The copy that you asked for in request {reference} is ready. Sign in to download it until {until},
      London time. This message holds nothing of it.
    </P>
    <Act href={requestUrl}>Open the request</Act>
    <ReceiptPart {...receipt} />
    <P>
      Receipt {receivedReceipt}, which says that we received the request, is attached too. If you did not ask
      for a copy, change your password and reply to this message.
    </P>
  </Letter>
)
