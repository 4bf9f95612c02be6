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
      somebody, probably you, filled in our form for a new account with this address. It has an account
      already, so nothing was changed and nothing new was made.
    </P>
    <Act href={signInLink}>Sign in</Act>
    <P>
      If you no longer know your password, you can <A href={resetLink}>set a new one</A>.
    </P>
    <P>If it was not you, you need do nothing. Whoever it was has learnt nothing from us.</P>
  </Letter>
)
