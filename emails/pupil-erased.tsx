import type { About } from './about'
import { Act, Letter, P } from './letter'
import { ReceiptPart, receiptSample, type ReceiptPartProps } from './receipt-part'

interface Props {
  reference: string
  requestUrl: string
  /** Reference of the receipt of the request; the other, `receipt`, says that it was carried out. */
  receivedReceipt: string
  receipt: ReceiptPartProps
}

export const about = {
  kind: 'contract',
  purpose: 'recording-pupils',
  sample: {
    reference: 'RR-7K3F-92',
    requestUrl: 'https://otrack.example/portal/rights/RR-7K3F-92',
    receivedReceipt: '2VPA4TRC7K3M9QXD',
    receipt: { ...receiptSample, what: 'A pupil was erased on request' },
  },
} satisfies About<Props>

export const subject = ({ reference }: Props) => `A pupil was erased: ${reference}`

export default ({ reference, requestUrl, receivedReceipt, receipt }: Props) => (
  <Letter
    preview={`Your request ${reference} is completed.`}
    title="A pupil was erased"
    why="You get this message because you erased a pupil in OTrack. Your school is the controller of pupils’ data; OTrack holds it on the school’s instructions."
  >
    <P>
      What you asked in request {reference} was done at once: what OTrack held of the pupil is erased. This
      message names nobody.
    </P>
    <ReceiptPart {...receipt} />
    <P>
      Receipt {receivedReceipt}, which says that we received the request, is attached too. A later upload
      holds the pupil back until somebody at your school confirms the row. If you did not do this, change your
      password and reply to this message.
    </P>
    <Act href={requestUrl}>See the certificate</Act>
  </Letter>
)
