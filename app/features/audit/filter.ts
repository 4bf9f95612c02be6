import { readDate } from '../../values/date-text'
import { acts } from './acts.table'

/** What the record of activity is narrowed to, as it stands in the address. Empty text: not narrowed. */
export interface AuditFilter {
  /** Id of a user. */
  person: string
  /** A pupil's id, or words of a name. */
  pupil: string
  act: string
  /** As it was typed. */
  from: string
  to: string
}

export interface ReadFilter {
  filter: AuditFilter
  /** YYYY-MM-DD, both included; null: no bound. */
  days: { from: string | null; to: string | null }
  errors: Partial<Record<'from' | 'to', string>>
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
export const isId = (text: string): boolean => ID.test(text)

/** The filter in an address; acts and people that are none are passed over. `today` (YYYY-MM-DD) settles two-digit years. */
export function readAuditFilter(address: URLSearchParams, today: string): ReadFilter {
  const text = (name: string) =>
    (address.get(name) ?? '')
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 100)
  const [person, act] = [text('person'), text('act')]
  const errors: ReadFilter['errors'] = {}
  const day = (name: 'from' | 'to') => {
    if (text(name) === '') return null
    const read = readDate(text(name), today)
    if (read.ok) return read.date
    errors[name] = 'Enter a day, such as 17/03/2026.'
    return null
  }
  return {
    filter: {
      person: isId(person) ? person : '',
      pupil: text('pupil'),
      act: Object.hasOwn(acts, act) ? act : '',
      from: text('from'),
      to: text('to'),
    },
    days: { from: day('from'), to: day('to') },
    errors,
  }
}

export const isNarrowed = (filter: AuditFilter): boolean => Object.values(filter).some(Boolean)

/** The filter as it stands in an address, with what is added to it; empty without either. */
export function addressOf(filter: AuditFilter, more: Record<string, string> = {}): string {
  const all = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '')
  return all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''
}
