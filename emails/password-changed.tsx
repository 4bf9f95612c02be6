import type { About } from './about'
import { Act, Letter, P } from './letter'

interface Props {
  firstName: string
  resetLink: string
}

export const about = {
  kind: 'contract',
  purpose: 'security',
  sample: { firstName: 'Ngozi', resetLink: 'https://otrack.example/forgot-password' },
} satisfies About<Props>

export const subject = () => 'Your OTrack password was changed'

export default ({ firstName, resetLink }: Props) => (
  <Letter
    preview="If it was not you, set a new password now."
    title="Your password was changed"
    why="You get this message because the password of the account with this address was changed."
  >
    <P>Hello {firstName},</P>
    <P>
      The password of your OTrack account was changed a moment ago, and other browsers that were signed in to
      it have been signed out.
    </P>
    <P>
      If that was you, you need not do anything. If it was not, set a new password now and tell us by replying
      to this message.
    </P>
    <Act href={resetLink}>Set a new password</Act>
  </Letter>
)
