import { longMoment } from '../../values/date-words'

export interface LastUploadProps {
  id: string
  fileName: string
  /** As the contract names it. */
  state: string
  /** UTC milliseconds. */
  createdAt: number
}

/** What became of it, and what is still to be done. */
const outcomes: Record<string, string> = {
  mapping: 'It is waiting for you: say what each column is.',
  preview: 'It is waiting for you: check what would change, then save or discard it.',
  committed: 'It was saved to your roll.',
  failed: 'It could not be read.',
  discarded: 'It was discarded; nothing was changed.',
  undone: 'It was undone; the roll is as it was before.',
}

/** The newest upload, in a sentence or two. */
export const LastUpload = ({ id, fileName, state, createdAt }: LastUploadProps) => (
  <p>
    <a href={`/portal/pupils/imports/${id}`}>{fileName}</a>, uploaded on {longMoment(createdAt)}.{' '}
    {outcomes[state] ?? 'It is being worked on.'}
  </p>
)
