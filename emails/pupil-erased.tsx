import type { About } from './about'
import { Act, Facts, Letter, P } from './letter'

interface Props {
  reference: string
  receivedReceipt: string
  erasedReceipt: string
  requestUrl: string
}

export const about = {
  kind: 'contract',
  purpose: 'recording-pupils',
  sample: {
    reference: 'RR-7K3F-92',
    receivedReceipt: '7K3M9QXD2VPA4TRC',
    erasedReceipt: '2VPA4TRC7K3M9QXD',
    requestUrl: 'https://otrack.example/portal/rights/RR-7K3F-92',
  },
} satisfies About<Props>

export const subject = ({ reference }: Props) => `A pupil was erased: ${reference}`

export default ({ reference, receivedReceipt, erasedReceipt, requestUrl }: Props) => (
  <Letter
    preview={`Your request ${reference} is completed.`}
    title="A pupil was erased"
    why="You get this message because you erased a pupil in OTrack. Your school is the controller of pupils’ data; OTrack holds it on the school’s instructions."
  >
    <P>
      What you asked was done at once: what OTrack held of the pupil is erased. This message names nobody.
    </P>
    <Facts
      lines={[
        `Request: ${reference}`,
        `Receipt, received: ${receivedReceipt}`,
        `Receipt, erased: ${erasedReceipt}`,
      ]}
    />
    <P>
      Both receipts are attached and stay genuine. A later upload holds the pupil back until somebody at your
      school confirms the row. If you did not do this, change your password and reply to this message.
    </P>
    <Act href={requestUrl}>See the certificate</Act>
  </Letter>
)
