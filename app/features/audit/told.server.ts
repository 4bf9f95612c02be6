import type { SchoolActor } from '../../server/actor'
import { openAddresses } from '../../server/addresses/addresses.server'
import { namesOfUsers } from '../accounts/accounts.server'
import { namesOfPupils } from '../pupils/pupils.server'
import type { Entry } from './read-entries.server'

/** An entry with the names that its ids lead to today. */
export interface Told {
  id: string
  at: number
  act: string
  /** The person's name; null once the account is gone. */
  who: string | null
  whoId: string | null
  kind: string
  aboutKind: string | null
  aboutId: string | null
  /** A pupil's or a person's name; null where there is none (any more). */
  about: string | null
  fields: string[]
  counts: Record<string, number>
  door: string
  /** IP address; null where there was none or its key is gone. */
  address: string | null
  seal: number | null
}

/** Joins names while they exist (the trail itself holds none), and opens addresses while their keys do. */
export async function told(actor: SchoolActor, entries: readonly Entry[]): Promise<Told[]> {
  const about = (kind: string) =>
    entries.flatMap(({ subject_kind, subject_id }) =>
      subject_kind === kind && subject_id ? [subject_id] : [],
    )
  const acting = entries.flatMap(({ actor_kind, actor_id }) =>
    actor_kind === 'user' && actor_id ? [actor_id] : [],
  )
  const [users, pupils, address] = await Promise.all([
    namesOfUsers(actor, [...acting, ...about('user')]),
    namesOfPupils(actor, [...new Set(about('pupil'))]),
    openAddresses(actor.services, entries),
  ])
  const names = new Map([...users, ...pupils.map(({ id, name }) => [id, name] as const)])
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    act: entry.act,
    who: (entry.actor_kind === 'user' && entry.actor_id && names.get(entry.actor_id)) || null,
    whoId: entry.actor_id,
    kind: entry.actor_kind,
    aboutKind: entry.subject_kind,
    aboutId: entry.subject_id,
    about: (entry.subject_id && names.get(entry.subject_id)) || null,
    fields: entry.fields === null ? [] : (JSON.parse(entry.fields) as string[]),
    counts: entry.counts === null ? {} : (JSON.parse(entry.counts) as Record<string, number>),
    door: entry.door,
    address: address(entry),
    seal: entry.seal,
  }))
}
