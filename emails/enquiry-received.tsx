import type { About } from './about'
import { A, Letter, P } from './letter'

interface Props {
  firstName: string
  privacyLink: string
}

export const about = {
  kind: 'contract',
  purpose: 'enquiries',
  sample: { firstName: 'Ngozi', privacyLink: 'https://otrack.example/privacy' },
} satisfies About<Props>

export const subject = () => 'We have your request for a demo'

// What was typed is not repeated: whoever fills in the form could otherwise make us send their own words to anybody.
export default ({ firstName, privacyLink }: Props) => (
  <Letter
    preview="Somebody from OTrack will get in touch to agree a time."
    title="We have your request"
    why="You get this message because somebody asked for a demo of OTrack with this address."
  >
    <P>Hello {firstName},</P>
    <P>
      Thank you for asking to see OTrack. Somebody from our team will write or ring to agree a time that suits
      you.
    </P>
    <P>
      We use what you told us to arrange the demo and for nothing else.{' '}
      <A href={privacyLink}>Our privacy notice</A> says how long we keep it and what rights you have.
    </P>
    <P>If it was not you who asked, reply to this message and we will delete it.</P>
  </Letter>
)
