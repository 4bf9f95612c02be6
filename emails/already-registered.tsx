import type { About } from './about'
import { A, Act, Letter, P } from './letter'

interface Props {
  firstName: string
  signInLink: string
  resetLink: string
}

export const about = {
  kind: 'contract',
  purpose: 'security',
  sample: {
    firstName: 'Ngozi',
    signInLink: 'https://otrack.example/sign-in',
    resetLink: 'https://otrack.example/forgot-password',
  },
} satisfies About<Props>

export const subject = () => 'You already have an OTrack account'

export default ({ firstName, signInLink, resetLink }: Props) => (
  <Letter
    preview="Somebody, probably you, signed up again with this address."
    title="You already have an account"
    why="You get this message because somebody tried to make an OTrack account with this address."
  >
    <P>Hello {firstName},</P>
    <P>
      Somebody, probably you, filled in our form for a new account with this address. It already has an
      account, so nothing was changed and no new account was made.
    </P>
    <Act href={signInLink}>Sign in</Act>
    <P>
      If you no longer know your password, you can <A href={resetLink}>set a new one</A>.
    </P>
    <P>If it was not you, you need not do anything. We have told nobody that you have an account.</P>
  </Letter>
)
