import { SMTPServer } from 'smtp-server'
import { readMail, type Mail } from './mailbox'

/** What the server does with the next messages: takes them, refuses for now (451), refuses for good (550), or never answers. */
export type SmtpMood = 'takes' | 'refuses-for-now' | 'refuses' | 'stalls'

export interface TestSmtp {
  /** What SMTP_URL is to say. */
  url: string
  /** Messages taken so far, as they came, with the envelope's recipients. */
  taken: { mail: Mail; recipients: string[] }[]
  /** How many messages were offered, taken or not. */
  offered(): number
  be(mood: SmtpMood): void
  stop(): Promise<void>
}

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

/** A real SMTP server on a free loopback port, which keeps what it is sent. */
export async function startSmtp(): Promise<TestSmtp> {
  const taken: TestSmtp['taken'] = []
  let mood: SmtpMood = 'takes'
  let offered = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        offered += 1
        if (mood === 'stalls') return
        if (mood === 'refuses-for-now') return done(refusal(451, 'Try again later'))
        if (mood === 'refuses') return done(refusal(550, 'No such person'))
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
        readMail(Buffer.concat(chunks)).then(
          (mail) => {
            taken.push({ mail, recipients })
            done()
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
      })
    },
  })
  // A client that is killed in the middle of a message.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    offered: () => offered,
    be: (next) => (mood = next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
