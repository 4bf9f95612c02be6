import type { GlobalTable, SchoolTable } from '../../db/tables/define'
import { outbox } from '../../db/tables/outbox'
import { receipts } from '../../db/tables/proof'
import { pupils, type PupilRow } from '../../db/tables/pupils'
import type { Rows } from '../../db/rows.server'
import type { Actor, SchoolActor } from '../server/actor'
import type { Tx } from '../server/write.server'
import { dataMap } from './data-map'
import type { Person, TableMap } from './declare'
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

/** A pupil, by all that data of them may be found by. */
export const personOfPupil = ({ id, upn, username, sortName }: PupilRow): Person => ({
  kind: 'pupil',
  id,
  email: null,
  addressMarks: [],
  upn,
  username,
  sortName,
})

/** Others' rows point at these, so they go last. */
const ROOTS = new Set(['pupils', 'users', 'leads'])
const inOrder = [...dataMap].sort((a, b) => Number(ROOTS.has(a.table.name)) - Number(ROOTS.has(b.table.name)))

/**
 * Erases a person by the declaration of what is held (P9): each table's rows go, are emptied, or stay with the reason told. Receipts stay
 * genuine and name nobody. To be called inside a write.
 */
export async function eraseSubject(actor: Actor, tx: Tx, person: Person): Promise<Erased> {
  const erased: Erased = { counts: {}, kept: [], files: [] }
  const add = (table: string, rows: number) => {
    if (rows > 0) erased.counts[table] = (erased.counts[table] ?? 0) + rows
  }
  if (person.kind === 'pupil') erased.files = await forgetCopies(atSchool(actor), tx, person)
  for (const map of inOrder)
    for (const about of map.about) {
      const where: Where | null = about.subject === person.kind ? about.rows(person) : null
      const rows = rowsOf(actor, map)
      if (!where || !rows) continue
      const { erasure } = about
      const name = map.table.name
      if (erasure.how === 'delete') add(name, await rows.remove(where))
      if (erasure.how === 'tokenise') add(name, await rows.update(where, erasure.columns))
      if ((erasure.how === 'keep' || erasure.how === 'tokenise') && (await rows.count(where)) > 0)
        erased.kept.push({ table: name, why: erasure.why, until: erasure.until })
    }
  // The row that all the others are about; nothing is left to do where the declaration has it.
  if (person.kind === 'pupil')
    add('pupils', await atSchool(actor).school.data.rows(pupils).remove({ id: person.id }))
  add('receipts', await emptyReceipts(actor, person))
  add('outbox', await withdrawMail(actor, person))
  return erased
}

function atSchool(actor: Actor): SchoolActor {
  if (!actor.school) throw new Error('A pupil is erased by somebody who acts for the school')
  return actor as SchoolActor
}

type Where = Record<string, never>
type AnyRows = Rows<Record<string, unknown>, Record<string, unknown>>

/** Null: a school's table, and the actor acts for none. */
function rowsOf(actor: Actor, { table }: TableMap): AnyRows | null {
  if (table.scope === 'global')
    return actor.services.db.rows(table as GlobalTable<unknown>) as unknown as AnyRows
  if (!actor.school) return null
  return actor.school.data.rows(table as SchoolTable<{ schoolId: string }>) as unknown as AnyRows
}

const emptyReceipts = ({ services: { db } }: Actor, { kind, id }: Person): Promise<number> =>
  db.rows(receipts).update({ subjectKind: kind, subjectId: id }, { opened: null })

/** What waits to be sent to the person goes unsent. */
async function withdrawMail({ services: { db, keys } }: Actor, { email }: Person): Promise<number> {
  if (email === null) return 0
  const rows = db.rows(outbox)
  const waiting = await rows.list({ where: { state: ['waiting', 'failed'] }, fields: ['id', 'content'] })
  const theirs = waiting.filter(({ content }) => {
    const opened = content && keys.open('outbox', content)
    return opened ? (JSON.parse(opened) as { to: string }).to.toLowerCase() === email : false
  })
  if (theirs.length === 0) return 0
  return await rows.update({ id: theirs.map(({ id }) => id) }, { state: 'withdrawn', content: null })
}
