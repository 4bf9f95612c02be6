import type { AppContext } from '../../server/context'
import { keptMessage, keptMessages, type KeptMessage } from '../../server/mail/keep.server'
import type { MessageLine } from './mailbox-page'

/** As many as a person looks through. */
const MOST = 100

const notFound = () => new Response(null, { status: 404 })

/** Where messages are kept. Throws a 404 in production. */
function placeOf({ services: { settings } }: AppContext): string {
  if (settings.production) throw notFound()
  return settings.dataDir
}

const lineOf = ({ id, to, subject, date }: KeptMessage): MessageLine => ({
  id,
  to,
  subject,
  at: Date.parse(date),
})

/** The newest kept messages, newest first. Throws a 404 in production. */
export async function listKept(context: AppContext): Promise<MessageLine[]> {
  return (await keptMessages(placeOf(context), MOST)).map(lineOf)
}

/** A kept message. Throws a 404 in production, and where there is none of this id. */
export async function openKept(
  context: AppContext,
  id: string | undefined,
): Promise<KeptMessage & MessageLine> {
  const message = await keptMessage(placeOf(context), id ?? '')
  if (!message) throw notFound()
  return { ...message, ...lineOf(message) }
}
