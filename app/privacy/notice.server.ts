import { dataMap } from './data-map'
import type { About, TableMap } from './declare'
import { purposes, type Purpose, type PurposeName } from './purposes.table'
import { recipients, type Recipient } from './recipients.table'
import { retention } from './retention.table'

/** A table's line in the notice, in words. */
export interface HeldShown {
  title: string
  /** The table told before that has many of the same fields; they are not told again. */
  sameAs: string | null
  what: string[]
  /** Of these, the special categories (P8). */
  special: string[]
  why: string[]
  kept: string[]
  from: string
}

/** What the notice's tables say: made from the data map alone (P9). */
export interface NoticeTables {
  user: HeldShown[]
  lead: HeldShown[]
  subscriber: HeldShown[]
  /** About all of these alike. */
  everybody: HeldShown[]
  pupil: HeldShown[]
  purposes: { name: PurposeName; says: string; basis: string; interest: string | null; yet: boolean }[]
  recipients: { name: string; why: string; where: string; when: 'always' | 'on occasion' | 'not yet' }[]
}

const kinds = (map: TableMap) => (map.about as readonly About<never>[]).map(({ subject }) => subject)

export function noticeOf(): NoticeTables {
  const ours = dataMap.filter(({ role }) => role === 'controller')
  return {
    user: told(ours.filter((map) => kinds(map)[0] === 'user' && !kinds(map).includes('lead'))),
    lead: told(ours.filter((map) => kinds(map)[0] === 'lead')),
    subscriber: told(ours.filter((map) => kinds(map)[0] === 'subscriber')),
    everybody: told(ours.filter((map) => kinds(map)[0] === 'user' && kinds(map).includes('lead'))),
    pupil: told(dataMap.filter(({ role }) => role === 'processor')),
    purposes: Object.entries<Purpose>(purposes).map(
      ([name, { says, basis, interest, notCarriedOutYet }]) => ({
        ...{ name: name as PurposeName, says, basis, interest: interest ?? null },
        yet: notCarriedOutYet === true,
      }),
    ),
    recipients: Object.values<Recipient>(recipients).map(({ name, why, country, safeguard, ...one }) => ({
      name,
      why,
      where: safeguard === null ? country : `${country}; ${safeguard}`,
      when: one.notYet ? 'not yet' : one.onOccasion ? 'on occasion' : 'always',
    })),
  }
}

/** So many fields that a table has in common with one before it are not listed a second time. */
const MANY = 8

function told(maps: readonly TableMap[]): HeldShown[] {
  const rows = maps.map(shown)
  return rows.map((row, place) => {
    const common = (other: HeldShown) => row.what.filter((label) => other.what.includes(label)).length
    const before = rows.slice(0, place).find((other) => common(other) >= MANY)
    if (!before) return row
    return { ...row, sameAs: before.title, what: row.what.filter((label) => !before.what.includes(label)) }
  })
}

function shown(map: TableMap): HeldShown {
  const columns = Object.values<TableMap['columns'][never]>(map.columns).filter((one) => 'label' in one)
  const labels = (special: boolean) =>
    unique(columns.filter((one) => (one.special === true) === special).map(({ label }) => label))
  const names = unique(columns.flatMap((one) => one.purposes ?? map.purposes))
  const own = columns.filter((one) => one.retention)
  return {
    title: map.title,
    sameAs: null,
    what: labels(false),
    special: labels(true),
    why: names.map((name) => purposes[name].says),
    kept: [
      retention[map.retention].says,
      ...own.map(({ label, retention: rule = map.retention }) => `${label}: ${retention[rule].says}`),
    ],
    from: map.source,
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
