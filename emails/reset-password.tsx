import type { About } from './about'
import { Act, Letter, P } from './letter'

interface Props {
  firstName: string
  link: string
  /** For so many hours the link opens. */
  hours: number
}

export const about = {
  kind: 'contract',
  purpose: 'security',
  sample: { firstName: 'Ngozi', link: 'https://otrack.example/reset-password/sample', hours: 2 },
} satisfies About<Props>

export const subject = () => 'Set a new password for OTrack'

export default ({ firstName, link, hours }: Props) => (
  <Letter
    preview={`The link works for ${hours} hours.`}
    title="Set a new password"
    why="You get this message because somebody asked for a new password for the account with this address."
  >
    <P>Hello {firstName},</P>
    <P>Here is the link to set a new password for OTrack. It works once, within {hours} hours.</P>
    <Act href={link}>Set a new password</Act>
    <P>If you did not ask for this, you need not do anything: your password stays as it is.</P>
  </Letter>
)
