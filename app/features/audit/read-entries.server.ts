import type { SchoolActor } from '../../server/actor'
import { addDays } from '../../values/dates'
import { londonDayBegins } from '../../values/date-words'
import { pupilsFoundBy } from '../pupils/pupils.server'
import { isId, type ReadFilter } from './filter'

/** An entry of the trail as it is shown; lists and figures as they are stored. */
export interface Entry {
  id: string
  at: number
  act: string
  actor_kind: string
  actor_id: string | null
  subject_kind: string | null
  subject_id: string | null
  fields: string | null
  counts: string | null
  door: string
  address: string | null
  /** Number of the seal that covers it; null while it waits. */
  seal: number | null
}

/** A condition over `audit_entries e` of the actor's school, with its named values. */
export interface Narrowed {
  sql: string
  params: Record<string, unknown>
}

/** The filter as a condition. An id of another school finds nothing, since every entry is the own school's. */
export async function narrowedTo(actor: SchoolActor, { filter, days }: ReadFilter): Promise<Narrowed> {
  const { person, pupil, act } = filter
  const pupils = pupil === '' ? null : isId(pupil) ? [pupil] : await pupilsFoundBy(actor, pupil)
  const parts = [
    'e.school_id = :school',
    person !== '' && "e.actor_kind = 'user' AND e.actor_id = :person",
    act !== '' && 'e.act = :act',
    pupils !== null &&
      (pupils.length > 0 ? "e.subject_kind = 'pupil' AND e.subject_id IN (:pupils)" : '1 = 0'),
    days.from !== null && 'e.at >= :from',
    days.to !== null && 'e.at < :to',
  ]
  return {
    sql: parts.filter(Boolean).join(' AND '),
    params: {
      ...{ person, act, pupils: pupils ?? [] },
      from: days.from === null ? null : londonDayBegins(days.from),
      to: days.to === null ? null : londonDayBegins(addDays(days.to, 1)),
    },
  }
}

const COLUMNS = 'id at act actor_kind actor_id subject_kind subject_id fields counts door address'
  .split(' ')
  .map((name) => `e.\`${name}\` AS \`${name}\``)
  .join(', ')

/** Where to go on: beyond this entry, to older or to newer ones. */
export interface Beyond {
  way: 'older' | 'newer'
  at: number
  id: string
}

/** So many entries beyond a place, the newest first. */
export async function readEntries(
  actor: SchoolActor,
  narrowed: Narrowed,
  beyond: Beyond | null,
  limit: number,
): Promise<Entry[]> {
  const newer = beyond?.way === 'newer'
  const sign = newer ? '>' : '<'
  const place = beyond ? ` AND (e.at ${sign} :at OR (e.at = :at AND e.id ${sign} :id))` : ''
  const order = newer ? 'e.at, e.id' : 'e.at DESC, e.id DESC'
  const rows = await actor.school.data.query<Entry>(
    `SELECT ${COLUMNS}, l.seal AS seal FROM audit_entries e LEFT JOIN audit_leaves l ON l.ref = e.id
      WHERE ${narrowed.sql}${place} ORDER BY ${order} LIMIT ${limit}`,
    { ...narrowed.params, ...(beyond && { at: beyond.at, id: beyond.id }) },
  )
  return (newer ? rows.reverse() : rows).map((row) => ({ ...row, at: Number(row.at) }))
}

/** The place of one of the school's entries; null for any other id. */
export async function placeOf(actor: SchoolActor, id: string, way: Beyond['way']): Promise<Beyond | null> {
  const [row] = await actor.school.data.query<{ at: number }>(
    'SELECT e.at AS at FROM audit_entries e WHERE e.school_id = :school AND e.id = :id',
    { id },
  )
  return row ? { way, at: Number(row.at), id } : null
}

export async function countEntries(actor: SchoolActor, { sql, params }: Narrowed): Promise<number> {
  const [row] = await actor.school.data.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM audit_entries e WHERE ${sql}`,
    params,
  )
  return Number(row?.n ?? 0)
}
