import type { Rows } from '../../db/rows.server'
import { snake, type Column, type GlobalTable, type SchoolTable } from '../../db/tables/define'
import type { Actor } from '../server/actor'
import { dataMap } from './data-map'
import type { NotPersonal, Person, Personal, TableMap } from './declare'
import { purposes, type Purpose } from './purposes.table'
import { recipients, type Recipient } from './recipients.table'
import { retention } from './retention.table'

type Database = Actor['services']['db']

/** A row as a copy gives it, by the columns' names in the database: moments in ISO 8601, the rest as it is. */
export type CopiedRow = Record<string, unknown>

/** What a copy says of one table, and the person's rows of it (UK GDPR art. 15). */
export interface CopiedTable {
  name: string
  title: string
  role: TableMap['role']
  source: string
  purposes: { says: string; basis: string; interest: string | null }[]
  recipients: { name: string; why: string; country: string; safeguard: string | null }[]
  retention: string
  columns: { name: string; label: string; special: boolean }[]
  /** What is held and not given, and why. */
  withheld: { what: string; why: string }[]
  /** Read anew at each call, a batch at a time. */
  rows(): AsyncGenerator<CopiedRow[], void>
}

/** The category of ids; another person's, such as a pupil's, is no business of this one. */
const PSEUDONYM = 'user.unique_id.pseudonymous'
const SOMEBODY_ELSE = 'not the person of this copy'

/** Memory holds one batch, however much is held. */
const BATCH = 500

type Where = Record<string, unknown>
type AnyRows = Rows<Record<string, unknown>, Record<string, unknown>>

/**
 * Everything held about a person, by the declaration of what is held (P9, P26): nobody else's rows, no column that is declared as withheld.
 */
export const copyOf = ({ services: { db } }: Actor, person: Person): CopiedTable[] =>
  dataMap.flatMap((map) => {
    const about = map.about.filter(({ subject }) => subject === person.kind)
    return about.length === 0 ? [] : [copiedTable(db, map, about, person)]
  })

function copiedTable(db: Database, map: TableMap, about: TableMap['about'], person: Person): CopiedTable {
  const { table } = map
  const personal = Object.entries(map.columns as Record<string, Personal | NotPersonal>).flatMap(
    ([field, column]) => ('label' in column ? [{ field, ...column }] : []),
  )
  const given = personal.filter(({ withheld }) => withheld === undefined)
  const wheres = about
    .filter(({ withheld }) => withheld === undefined)
    .map(({ rows }) => rows(person) as Where | null)
    .filter((where) => where !== null)
  const purposeNames = new Set([...map.purposes, ...personal.flatMap((column) => column.purposes ?? [])])
  return {
    name: table.name,
    title: map.title,
    role: map.role,
    source: map.source,
    purposes: [...purposeNames].map((name) => {
      const { says, basis, interest }: Purpose = purposes[name]
      return { says, basis, interest: interest ?? null }
    }),
    recipients: map.recipients.map((one) => {
      const { name, why, country, safeguard }: Recipient = recipients[one]
      return { name, why, country, safeguard }
    }),
    retention: retention[map.retention].says,
    columns: given.map(({ field, label, special }) => ({
      name: snake(field),
      label,
      special: special === true,
    })),
    withheld: [
      ...personal.flatMap(({ label, withheld }) => (withheld ? [{ what: label, why: withheld }] : [])),
      ...about.flatMap(({ withheld }) => (withheld ? [{ what: map.title, why: withheld }] : [])),
    ],
    async *rows() {
      // A row may be the person's in two ways, as who acted and as whom it was about: it is given once.
      const seen = wheres.length > 1 ? new Set<unknown>() : null
      for (const where of wheres)
        for (const rows of scopesOf(db, map, person.schoolIds))
          for await (const batch of batches(rows, where, 'id' in table.columns && !('id' in where))) {
            const fresh = seen ? batch.filter(({ id }) => !seen.has(id)) : batch
            if (fresh.length > 0) yield fresh.map((row) => copied(row, given, table.columns, person))
            for (const { id } of seen ? batch : []) seen?.add(id)
          }
    },
  }
}

function scopesOf(db: Database, { table }: TableMap, schoolIds: readonly string[]): AnyRows[] {
  if (table.scope === 'global') return [db.rows(table as GlobalTable<unknown>) as unknown as AnyRows]
  const ofSchool = table as SchoolTable<{ schoolId: string }>
  return schoolIds.map((id) => db.school(id).rows(ofSchool) as unknown as AnyRows)
}

async function* batches(rows: AnyRows, where: Where, byId: boolean): AsyncGenerator<Where[], void> {
  let last = ''
  for (;;) {
    const batch = await rows.list({
      where: (byId ? { ...where, id: { gt: last } } : where) as never,
      ...(byId ? { order: [['id', 'asc'] as const], limit: BATCH } : {}),
    })
    if (batch.length > 0) yield batch
    if (!byId || batch.length < BATCH) return
    last = String(batch.at(-1)?.['id'])
  }
}

function copied(
  row: Where,
  given: readonly (Personal & { field: string })[],
  columns: Readonly<Record<string, Column<unknown>>>,
  { id, leadIds }: Person,
): CopiedRow {
  const own = new Set<unknown>([id, ...leadIds])
  return Object.fromEntries(
    given.map(({ field, category }) => {
      const value = row[field] ?? null
      if (value === null) return [snake(field), null]
      if (category === PSEUDONYM && !own.has(value)) return [snake(field), SOMEBODY_ELSE]
      const moment = columns[field]?.kind === 'moment'
      return [snake(field), moment ? new Date(value as number).toISOString() : value]
    }),
  )
}
