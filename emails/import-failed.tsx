import type { About } from './about'
import { Act, Letter, P } from './letter'

interface Props {
  schoolName: string
  fileName: string
  importUrl: string
}

export const about = {
  kind: 'contract',
  purpose: 'recording-pupils',
  sample: {
    schoolName: 'Hill Street Primary School',
    fileName: 'roll-2026.csv',
    importUrl: 'https://otrack.example/portal/pupils/imports/sample',
  },
} satisfies About<Props>

export const subject = ({ fileName }: Props) => `${fileName} could not be saved`

export default ({ schoolName, fileName, importUrl }: Props) => (
  <Letter
    preview="Nothing on your roll was changed."
    title="Your upload did not work"
    why={`You get this message because you uploaded this file for ${schoolName}. The school is the controller of its pupils’ data; we hold it on the school’s instructions.`}
  >
    <P>
      {fileName} could not be saved to the roll of {schoolName}. Nothing on your roll was changed.
    </P>
    <P>The page of this upload says what was wrong and what to do.</P>
    <Act href={importUrl}>Open this upload</Act>
  </Letter>
)
