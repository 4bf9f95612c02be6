import { DescriptionList, Page, Section } from '../../ui'
import { longMoment } from '../../values/date-words'
import type { MessageLine } from './mailbox-page'
import { piecesOf } from './rules'

export interface MessageShown extends MessageLine {
  from: string
  text: string
}

/** A kept message: its headers and its text part, with links to follow. */
export const MessagePage = ({ id, from, to, subject, at, text }: MessageShown) => (
  <Page
    name="mailbox-message"
    width="reading"
    above={<a href="/dev/mailbox">Kept mail</a>}
    title={subject}
    actions={<a href={`/dev/mailbox/${id}/html`}>See the HTML part</a>}
  >
    <DescriptionList
      items={[
        { term: 'From', says: from },
        { term: 'To', says: to },
        { term: 'Written', says: longMoment(at) },
      ]}
    />
    <Section title="Text part">
      {text.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place}>
          {piecesOf(paragraph).map((piece, at) =>
            piece.kind === 'link' ? (
              <a key={at} href={piece.text}>
                {piece.text}
              </a>
            ) : piece.kind === 'break' ? (
              <br key={at} />
            ) : (
              piece.text
            ),
          )}
        </p>
      ))}
    </Section>
  </Page>
)
