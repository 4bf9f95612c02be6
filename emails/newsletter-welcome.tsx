import type { About } from './about'
import { A, Letter, P } from './letter'

interface Props {
  firstName: string | null
  siteLink: string
}

export const about = {
  kind: 'marketing',
  purpose: 'marketing',
  sample: { firstName: 'Ngozi', siteLink: 'https://otrack.example/' },
} satisfies About<Props>

export const subject = () => 'Welcome to news about OTrack'

export default ({ firstName, siteLink }: Props) => (
  <Letter preview="What you will get, and how to stop it." title="Welcome">
    <P>{firstName ? `Hello ${firstName},` : 'Hello,'}</P>
    <P>
      You confirmed that you want news about OTrack. We write when there is something to tell: a new part of
      OTrack, or how a school uses it. <A href={siteLink}>OTrack’s site</A> says what there is today.
    </P>
    <P>Every such message ends with a link that stops them all.</P>
  </Letter>
)
