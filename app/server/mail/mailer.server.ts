import { bySmtp } from './deliver.server'
import { keeper } from './keep.server'
import type { Delivery, Letter } from './letter'
import type { Settings } from '../settings'

/** Hands messages on: to the SMTP server that is set, else to the folder of kept mail. */
export interface Mailer {
  /** Who sends every message and how to reach them, a line each. */
  readonly sender: readonly string[]
  deliver(letter: Letter): Promise<Delivery>
  close(): void
}

/** Makes the mailer. Nothing is connected before the first message. */
export function makeMailer(
  { smtpUrl, mailFrom, dataDir }: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
  sender: readonly string[],
): Mailer {
  return { sender, ...(smtpUrl ? bySmtp(smtpUrl, mailFrom) : keeper(dataDir, mailFrom)) }
}
