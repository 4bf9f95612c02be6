import type { About } from './about'
import { A, Facts, Letter, P } from './letter'

interface Props {
  /** Number of the newest seal. */
  size: number
  /** Its hash. */
  root: string
  /** The moment, ISO text in UTC. */
  at: string
  keysLink: string
}

export const about = {
  kind: 'contract',
  purpose: 'security',
  sample: {
    size: 1204,
    root: 'a3NxUANbv4tiTdPHMg1OYqA73LLWi-ee4elXl-CSO0E',
    at: '2026-11-24T04:10:00.000Z',
    keysLink: 'https://otrack.example/.well-known/otrack-receipts.json',
  },
} satisfies About<Props>

export const subject = ({ size }: Props) => `Checkpoint of the audit log: seal ${size}`

export default ({ size, root, at, keysLink }: Props) => (
  <Letter
    preview={`The audit log stands at seal ${size}.`}
    title="Checkpoint of the audit log"
    why="You get this message because you are named as OTrack’s data protection officer. It comes each night, is about the log as a whole, and names nobody."
  >
    <P>
      Last night the audit log stood as follows. Keep this message: with it, anybody can see later whether
      what was sealed until then has been altered.
    </P>
    <Facts lines={[`Newest seal: ${size}`, `Its hash: ${root}`, `At: ${at}`]} />
    <P>
      The attached file holds the same, signed. The <A href={keysLink}>public keys</A> tell that it was us.
    </P>
    <P>
      It shows that the log was not altered since, as far as this copy is out of our reach. It does not show
      that what was logged is true.
    </P>
  </Letter>
)
