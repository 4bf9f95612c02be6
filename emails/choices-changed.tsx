import type { About } from './about'
import { Act, Facts, Letter, P } from './letter'
import { ReceiptPart, receiptSample, type ReceiptPartProps } from './receipt-part'

interface Props {
  /** What changed, a line each, such as "News about OTrack, by email: stopped". */
  changes: readonly string[]
  receipts: readonly ReceiptPartProps[]
  choicesLink: string
}

export const about = {
  kind: 'contract',
  purpose: 'marketing',
  sample: {
    changes: ['News about OTrack, by email: stopped'],
    receipts: [receiptSample],
    choicesLink: 'https://otrack.example/preferences/token',
  },
} satisfies About<Props>

export const subject = () => 'What you chose to get from OTrack has changed'

export default ({ changes, receipts, choicesLink }: Props) => (
  <Letter
    preview="Your choice is recorded and holds from now on."
    title="Your choice is recorded"
    why="You get this message because a choice about messages to this address was changed. It is sent once for each change, as proof."
  >
    <Facts lines={changes} />
    <P>
      It holds from now on. A message that was already on its way may still arrive. What your account or a
      request of yours needs, such as a security notice, comes as before.
    </P>
    <P>If it was not you, or you changed your mind, choose again.</P>
    <Act href={choicesLink}>See all your choices</Act>
    {receipts.map((receipt) => (
      <ReceiptPart key={receipt.reference} {...receipt} />
    ))}
  </Letter>
)
