import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simpleParser, type AddressObject, type Attachment, type HeaderLines } from 'mailparser'

export interface Mail {
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  /** Addresses in the text part, in order. */
  links: string[]
  /** Raw header lines by lower-case name, unfolded. */
  headers: Map<string, string>
  attachments: Attachment[]
  file: string
  /** The first link that matches; throws if there is none. */
  link(pattern: RegExp | string): string
}

export interface Mailbox {
  /** Messages kept so far, oldest first. */
  all(): Promise<Mail[]>
  /** Messages to this address so far. */
  to(email: string): Promise<Mail[]>
  /** Waits for the newest message to this address (whose subject matches); throws when none comes within `withinMs`. */
  wait(email: string, options?: { subject?: RegExp; count?: number; withinMs?: number }): Promise<Mail>
}

const addresses = (of: AddressObject | AddressObject[] | undefined): string[] =>
  [of ?? []].flat().flatMap((one) => one.value.map((entry) => (entry.address ?? '').toLowerCase()))

const unfold = (lines: HeaderLines): Map<string, string> =>
  new Map(
    lines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim(),
    ]),
  )

/** Reads a message as RFC 5322 text. */
export async function readMail(source: string | Buffer, file = ''): Promise<Mail> {
  const parsed = await simpleParser(source, { skipTextToHtml: true, skipHtmlToText: true })
  const text = parsed.text ?? ''
  const links = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []
  return {
    from: addresses(parsed.from)[0] ?? '',
    to: [...addresses(parsed.to), ...addresses(parsed.cc), ...addresses(parsed.bcc)],
    subject: parsed.subject ?? '',
    text,
    html: parsed.html === false ? '' : (parsed.html ?? ''),
    links,
    headers: unfold(parsed.headerLines),
    attachments: parsed.attachments,
    file,
    link(pattern) {
      const found = links.find((link) =>
        typeof pattern === 'string' ? link.includes(pattern) : pattern.test(link),
      )
      if (!found)
        throw new Error(
          `No link like ${String(pattern)} in "${parsed.subject ?? ''}", only: ${links.join(' ')}`,
        )
      return found
    },
  }
}

/** The messages that the product keeps in `dataDir`/mail while no SMTP server is set. */
export function mailboxOf(dataDir: string): Mailbox {
  const folder = join(dataDir, 'mail')
  const read = new Map<string, Mail>()
  const all = async () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
    for (const file of files.sort())
      if (!read.has(file)) read.set(file, await readMail(readFileSync(join(folder, file)), file))
    return files.map((file) => read.get(file)).filter((mail) => mail !== undefined)
  }
  const to = async (email: string) => (await all()).filter((mail) => mail.to.includes(email.toLowerCase()))
  return {
    all,
    to,
    async wait(email, { subject = /(?:)/, count = 1, withinMs = 15_000 } = {}) {
      const giveUpAt = Date.now() + withinMs
      for (;;) {
        const fitting = (await to(email)).filter((mail) => subject.test(mail.subject))
        const newest = fitting.at(-1)
        if (newest && fitting.length >= count) return newest
        if (Date.now() > giveUpAt) {
          const there = (await all()).map((mail) => `${mail.to.join(' ')}: ${mail.subject}`).join('\n  ')
          throw new Error(
            `No mail to ${email} with subject ${String(subject)} came. There are:\n  ${there || 'none'}`,
          )
        }
        await sleep(100)
      }
    },
  }
}
