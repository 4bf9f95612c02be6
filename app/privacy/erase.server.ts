import type { GlobalTable, SchoolTable } from '../../db/tables/define'
import { jobs } from '../../db/tables/jobs'
import { outbox } from '../../db/tables/outbox'
import type { Rows } from '../../db/rows.server'
import type { Actor, SchoolActor } from '../server/actor'
import type { Tx } from '../server/write.server'
import { dataMap } from './data-map'
import type { Erasure, Person, TableMap } from './declare'
import { endMarketing } from './end-marketing.server'
import { forgetCopies } from './forget-pupil.server'

/** What stays of a person, as they are told (P28). */
export interface Kept {
  table: string
  why: string
  until: string
}

export interface Erased {
  /** Rows that went or were emptied, by table. */
  counts: Record<string, number>
  kept: Kept[]
  /** Names of spooled files, to be removed once this is committed. */
  files: string[]
}

/** Others' rows point at these, so they go last. */
const ROOTS = new Set(['pupils', 'users', 'leads'])
const inOrder = [...dataMap].sort((a, b) => Number(ROOTS.has(a.table.name)) - Number(ROOTS.has(b.table.name)))

/**
 * Erases a person by the declaration of what is held (P9): each table's rows go, are emptied, or stay with the reason told. Receipts stay
 * genuine and name nobody. To be called inside a write.
 */
export async function eraseSubject(actor: Actor, tx: Tx, person: Person): Promise<Erased> {
  const erased: Erased = { counts: {}, kept: [], files: [] }
  const kept = new Map<string, Kept>()
  const add = (table: string, rows: number) => {
    if (rows > 0) erased.counts[table] = (erased.counts[table] ?? 0) + rows
  }
  if (person.kind === 'pupil') erased.files = await forgetCopies(atSchool(actor), tx, person)
  for (const map of inOrder)
    for (const about of map.about) {
      const where: Where | null = about.subject === person.kind ? about.rows(person) : null
      if (!where) continue
      for (const rows of rowsOf(actor, person, map)) {
        const { erasure } = about
        const name = map.table.name
        if (erasure.how === 'delete') add(name, await rows.remove(where))
        if ((erasure.how === 'keep' || erasure.how === 'tokenise') && (await rows.count(where)) > 0)
          kept.set(`${name} ${erasure.why}`, { table: name, why: erasure.why, until: erasure.until })
        if (erasure.how === 'tokenise') add(name, await rows.update(where, replaced(erasure.columns, person)))
      }
    }
  add('marketing_contacts', await endMarketing(actor, tx, person))
  add('outbox', await withdrawMail(actor, person))
  add('jobs', await dropJobs(actor, person))
  return { ...erased, kept: [...kept.values()] }
}

const replaced = (
  columns: Extract<Erasure, { how: 'tokenise' }>['columns'],
  person: Person,
): Partial<Record<string, unknown>> => (typeof columns === 'function' ? columns(person) : columns)

function atSchool(actor: Actor): SchoolActor {
  if (!actor.school) throw new Error('A pupil is erased by somebody who acts for the school')
  return actor as SchoolActor
}

type Where = Record<string, never>
type AnyRows = Rows<Record<string, unknown>, Record<string, unknown>>

/** Where rows of a person may stand: in a table of no school, at the school acted for, and at each school of a user. */
export function rowsOf(actor: Actor, person: Person, { table }: TableMap): AnyRows[] {
  const { db } = actor.services
  if (table.scope === 'global') return [db.rows(table as GlobalTable<unknown>) as unknown as AnyRows]
  const schools = new Set([...(actor.school ? [actor.school.id] : []), ...person.schoolIds])
  return [...schools].map(
    (id) => db.school(id).rows(table as SchoolTable<{ schoolId: string }>) as unknown as AnyRows,
  )
}

/** What waits to be sent to the person goes unsent. */
async function withdrawMail({ services: { db, keys } }: Actor, { email }: Person): Promise<number> {
  if (email === null) return 0
  const rows = db.rows(outbox)
  const waiting = await rows.list({
    where: { state: ['waiting', 'failed', 'withdrawn'] },
    fields: ['id', 'content'],
  })
  const theirs = waiting.filter(({ content }) => {
    const opened = content && keys.open('outbox', content)
    return opened ? (JSON.parse(opened) as { to: string }).to.toLowerCase() === email : false
  })
  if (theirs.length === 0) return 0
  return await rows.update({ id: theirs.map(({ id }) => id) }, { state: 'withdrawn', content: null })
}

/** Asking for a link to set a password is work that knows the address. */
async function dropJobs({ services: { db, keys } }: Actor, { email }: Person): Promise<number> {
  if (email === null) return 0
  const rows = db.rows(jobs)
  const asked = await rows.list({ where: { name: 'accounts.send-reset' }, fields: ['id', 'payload'] })
  const theirs = asked.filter(({ payload }) => {
    const sealed = payload['email']
    return typeof sealed === 'string' && keys.open('reset', sealed)?.toLowerCase() === email
  })
  return theirs.length === 0 ? 0 : await rows.remove({ id: theirs.map(({ id }) => id) })
}
