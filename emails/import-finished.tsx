import type { About } from './about'
import { Act, Facts, Letter, P } from './letter'

interface Props {
  schoolName: string
  fileName: string
  importUrl: string
  /** How many pupils were added, changed and marked as leavers, and how many rows were refused. */
  added: number
  changed: number
  leavers: number
  refused: number
}

export const about = {
  kind: 'contract',
  purpose: 'recording-pupils',
  sample: {
    schoolName: 'Hill Street Primary School',
    fileName: 'roll-2026.csv',
    importUrl: 'https://otrack.example/portal/pupils/imports/sample',
    added: 12,
    changed: 3,
    leavers: 0,
    refused: 1,
  },
} satisfies About<Props>

export const subject = ({ fileName }: Props) => `${fileName} is saved to your roll`

const pupils = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'pupil' : 'pupils'}`

export default ({ schoolName, fileName, importUrl, added, changed, leavers, refused }: Props) => (
  <Letter
    preview={
      [added > 0 && `${pupils(added)} added`, changed > 0 && `${pupils(changed)} changed`]
        .filter(Boolean)
        .join(', ') || 'Nothing on your roll needed to change.'
    }
    title="Your upload is saved"
    why={`You get this message because you uploaded this file for ${schoolName}. The school is the controller of its pupils’ data; we hold it on the school’s instructions.`}
  >
    <P>
      What was in {fileName} is now saved to the roll of {schoolName}.
    </P>
    <Facts
      lines={[
        `Added: ${pupils(added)}`,
        `Changed: ${pupils(changed)}`,
        `Marked as leavers: ${pupils(leavers)}`,
        `Rows not taken: ${refused.toLocaleString('en-GB')}`,
      ]}
    />
    <P>
      On the page of this upload you can see what changed, download the rows that were not taken, and undo the
      upload within 30 days.
    </P>
    <Act href={importUrl}>Open this upload</Act>
  </Letter>
)
