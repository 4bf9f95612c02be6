import type { SchoolActor } from '../../server/actor'
import { record } from '../../server/audit.server'
import { londonDate } from '../../values/date-words'
import { peopleOfSchool } from '../accounts/accounts.server'
import { readAuditFilter, type ReadFilter } from './filter'
import { countEntries, narrowedTo, placeOf, readEntries } from './read-entries.server'
import { told, type Told } from './told.server'

export const PAGE_SIZE = 50

export interface AuditPage extends Pick<ReadFilter, 'filter' | 'errors'> {
  entries: Told[]
  total: number
  /** Ids to go on from; null at the ends. */
  newer: string | null
  older: string | null
  /** The school's people, for the filter. */
  people: { id: string; name: string }[]
}

/** One page of the school's trail, the newest first. Looking at it is an entry itself. */
export async function listEntries(actor: SchoolActor, address: URLSearchParams): Promise<AuditPage> {
  const read = readAuditFilter(address, londonDate(actor.at))
  const narrowed = await narrowedTo(actor, read)
  const [before, after] = [address.get('before'), address.get('after')]
  const beyond = before
    ? await placeOf(actor, before, 'newer')
    : after
      ? await placeOf(actor, after, 'older')
      : null
  const more = await readEntries(actor, narrowed, beyond, PAGE_SIZE + 1)
  const newer = beyond?.way === 'newer'
  // One more than is shown tells whether there are more.
  const shown = newer ? more.slice(-PAGE_SIZE) : more.slice(0, PAGE_SIZE)
  const goesOn = more.length > PAGE_SIZE
  const total = await countEntries(actor, narrowed)
  await record(actor, 'audit.listed', { counts: { shown: shown.length, found: total } })
  return {
    filter: read.filter,
    errors: read.errors,
    entries: await told(actor, shown),
    total,
    newer: (newer ? goesOn : beyond !== null) ? (shown[0]?.id ?? null) : null,
    older: newer || goesOn ? (shown.at(-1)?.id ?? null) : null,
    people: await peopleOfSchool(actor),
  }
}
