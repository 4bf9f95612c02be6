import type { About } from './about'
import { Act, Letter, P } from './letter'

interface Props {
  firstName: string
  schoolName: string
  link: string
  /** For so many days the link opens. */
  days: number
}

export const about = {
  kind: 'contract',
  purpose: 'registering',
  sample: {
    firstName: 'Ngozi',
    schoolName: 'Hill Street Primary School',
    link: 'https://otrack.example/verify-email/sample',
    days: 3,
  },
} satisfies About<Props>

export const subject = () => 'Confirm your email address for OTrack'

export default ({ firstName, schoolName, link, days }: Props) => (
  <Letter
    preview="Press the button to create your school’s account."
    title="Confirm your email address"
    why="You get this message because somebody gave this address in the form that makes a school’s account."
  >
    <P>Hello {firstName},</P>
    <P>
      You asked for an OTrack account for {schoolName}. To show that this address is yours, press the button
      within {days} days.
    </P>
    <Act href={link}>Confirm my address</Act>
    <P>
      Press it only if you filled in that form yourself. If you did not, do nothing: no account is made, and
      what was typed is deleted by itself.
    </P>
  </Letter>
)
