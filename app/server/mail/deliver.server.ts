import { createTransport } from 'nodemailer'
import type { Delivery, Letter } from './letter'

/** How long a mail server may take to be reached and to greet; to answer anything else. */
const GREETING_MS = 10_000
const ANSWER_MS = 30_000

/** Sends by SMTP, over one connection that is kept open. */
export function bySmtp(
  url: string,
  from: string,
): { deliver(letter: Letter): Promise<Delivery>; close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // A line that breaks while a message is on it is for the job to judge: the message may have been taken.
    maxRequeues: 0,
    connectionTimeout: GREETING_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: ANSWER_MS,
  })
  return {
    async deliver(letter) {
      try {
        await transport.sendMail(envelopeOf(letter, from))
        return { ok: true }
      } catch (error) {
        return refusal(error)
      }
    },
    close: () => transport.close(),
  }
}

/** What nodemailer is told of a letter. The address goes as an object: as text, one with a comma in it would be two. */
export function envelopeOf(letter: Letter, from: string) {
  const { messageId, at, to, subject, html, text, attached = [], headers = {} } = letter
  return {
    ...{ from, to: { name: '', address: to }, subject, html, text, messageId, date: new Date(at) },
    // No holiday notices back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    attachments: attached.map(({ name, content }) => ({
      filename: name,
      content,
      contentType: 'application/json',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/**
 * What a failure means. For good: the server said 5xx to the recipient or the message. A wrong password or a sender that it does not take is 5xx too,
 * but ours to put right. The server's own words are not kept: they hold the address.
 */
function refusal(error: unknown): Delivery {
  const {
    code = '',
    command = '',
    responseCode = 0,
  } = error as Partial<Record<'code' | 'command', string>> & {
    responseCode?: number
  }
  const aboutThisMessage = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM'
  const forGood = aboutThisMessage && (responseCode === 0 || responseCode >= 500)
  return { ok: false, forGood, code: responseCode > 0 ? `SMTP ${responseCode}` : code || 'no answer' }
}
