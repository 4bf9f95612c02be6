import { Empty, Page, Table } from '../../ui'
import { longMoment } from '../../values/date-words'

/** A kept message in a list. `at` in UTC milliseconds. */
export interface MessageLine {
  id: string
  to: string
  subject: string
  at: number
}

const columns = [
  { key: 'subject', label: 'Subject', heads: true },
  { key: 'to', label: 'To' },
  { key: 'when', label: 'Written' },
] as const

/** The kept messages, the newest first. */
export const MailboxPage = ({ messages }: { messages: readonly MessageLine[] }) => (
  <Page
    name="mailbox"
    title="Kept mail"
    lead={
      <p>
        No mail server is set here, so messages are kept instead of being sent. This page does not exist in
        production.
      </p>
    }
  >
    {messages.length === 0 ? (
      <Empty title="No mail yet">
        <p>Each message that OTrack would send appears here a moment later.</p>
      </Empty>
    ) : (
      <Table
        caption="Kept messages, the newest first"
        captionHidden
        columns={columns}
        rows={messages.map(({ id, to, subject, at }) => ({
          key: id,
          marks: { 'message-id': id },
          cells: { subject: <a href={`/dev/mailbox/${id}`}>{subject}</a>, to, when: longMoment(at) },
        }))}
      />
    )}
  </Page>
)
