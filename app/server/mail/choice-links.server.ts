import { makeLinks, type LinkRead } from '../links.server'
import type { Ring } from '../proof/ring.server'
import type { Settings } from '../settings'

/** Where a link to stop stands: both open the same page, and neither is the other, so that a log tells a person from a mail program. */
const places = { header: 1, body: 2 } as const

/**
 * The links by which somebody stops marketing or sees their choices. They name a contact by a random id, never end, and hold through every
 * rotation of `APP_SECRET` and through erasure.
 */
export function choiceLinks({ ring, settings }: { ring: Ring; settings: Pick<Settings, 'baseUrl'> }) {
  const links = makeLinks(ring.keys('opt-out links'), settings.baseUrl)
  return {
    stop: (contactId: string, place: keyof typeof places) =>
      links.url({ purpose: 'opt-out', subject: contactId, version: places[place] }),
    choices: (contactId: string) => links.url({ purpose: 'preferences', subject: contactId, version: 1 }),
    read: (purpose: 'opt-out' | 'preferences', token: string): LinkRead => links.read(purpose, token, 0),
  }
}
