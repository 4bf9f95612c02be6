import { record } from '../../../server/audit.server'
import type { SchoolActor } from '../../../server/actor'
import { classSort } from '../row'
import { scopeOf, type Condition } from '../scope'
import { beyond, narrowed, orderBy, standingColumns, type Standing } from './conditions'
import type { Filter, Place, Sort } from './filter'

export const PAGE_SIZE = 50

/** Only what the list shows is read. The UPN is not for lists. */
export interface Listed {
  id: string
  first_name: string | null
  last_name: string
  year_group: string | null
  class_group: string | null
  date_of_birth: string | null
  left_on: string | null
}
const SHOWN = ['last_name', 'first_name', 'year_group', 'class_group', 'date_of_birth', 'left_on'] as const

export interface PupilPage {
  rows: Listed[]
  total: number
  /** Place of the first row in the whole list, from 1; 0 where there is none. */
  from: number
  /** Ids to go on from; null at the ends. */
  previous: string | null
  next: string | null
}

type Row = Listed & Standing

const shownOf = ({
  id,
  first_name,
  last_name,
  year_group,
  class_group,
  date_of_birth,
  left_on,
}: Row): Listed => ({
  id,
  first_name,
  last_name,
  year_group,
  class_group,
  date_of_birth,
  left_on,
})

/** One page of the pupils whom the actor sees. The reading is recorded, once for the page. */
export async function listPupils(
  actor: SchoolActor,
  filter: Filter,
  sort: Sort,
  place: Place,
): Promise<PupilPage> {
  const condition = narrowed(scopeOf(actor), filter)
  const page = await readPage(actor, condition, sort, place)
  const fields = filter.sen === '' ? SHOWN : [...SHOWN, 'sen_status']
  await record(actor, 'pupils.listed', { fields, counts: { shown: page.rows.length, found: page.total } })
  return page
}

async function readPage(
  actor: SchoolActor,
  condition: Condition,
  sort: Sort,
  place: Place,
): Promise<PupilPage> {
  const way = place.before === null ? 'after' : 'before'
  const from = await standing(actor, sort, place.before ?? place.after)
  const rows = await rowsFrom(actor, condition, sort, from && beyond(sort, from, way), way)
  // Before the beginning of the list stands nobody.
  const counted = await count(actor, condition, sort, from ? rows[0] : undefined)
  // Nobody is left beyond that place, or too few before it to fill a page: the first page serves better.
  const short = way === 'before' && counted.earlier === 0 && rows.length < PAGE_SIZE
  if (from && counted.total > 0 && (rows.length === 0 || short))
    return await readPage(actor, condition, sort, { after: null, before: null })
  const last = rows.at(-1)
  const more = counted.earlier + rows.length < counted.total
  return {
    rows: rows.map(shownOf),
    total: counted.total,
    from: rows.length > 0 ? counted.earlier + 1 : 0,
    previous: counted.earlier > 0 ? (rows[0]?.id ?? null) : null,
    next: more ? (last?.id ?? null) : null,
  }
}

/** Addresses name a pupil by id alone, so where it stands is looked up. Somebody gone or unseen: the list begins at its beginning. */
async function standing(actor: SchoolActor, sort: Sort, id: string | null): Promise<Standing | null> {
  if (id === null || !/^[0-9a-f-]{36}$/.test(id)) return null
  const scope = scopeOf(actor)
  const sql = `SELECT ${standingColumns(sort)} FROM pupils WHERE ${scope.sql} AND id = :id`
  const [found] = await actor.school.data.query<Standing>(sql, { ...scope.params, id })
  return found ?? null
}

async function rowsFrom(
  actor: SchoolActor,
  condition: Condition,
  sort: Sort,
  edge: Condition | null,
  way: 'after' | 'before',
): Promise<Row[]> {
  const sql = `SELECT ${standingColumns(sort)}, ${SHOWN.join(', ')} FROM pupils
    WHERE ${condition.sql}${edge ? ` AND ${edge.sql}` : ''}
    ORDER BY ${orderBy(sort, way === 'after' ? 'forwards' : 'backwards')} LIMIT ${PAGE_SIZE}`
  const rows = await actor.school.data.query<Row>(sql, { ...condition.params, ...edge?.params })
  return way === 'after' ? rows : rows.reverse()
}

/** How many there are, and how many of them stand before the page. */
async function count(
  actor: SchoolActor,
  condition: Condition,
  sort: Sort,
  first: Standing | undefined,
): Promise<{ total: number; earlier: number }> {
  const before = first && beyond(sort, first, 'before')
  const earlier = before ? `SUM(CASE WHEN ${before.sql} THEN 1 ELSE 0 END)` : '0'
  const sql = `SELECT COUNT(*) AS total, ${earlier} AS earlier FROM pupils WHERE ${condition.sql}`
  const [row] = await actor.school.data.query<Record<'total' | 'earlier', unknown>>(sql, {
    ...condition.params,
    ...before?.params,
  })
  return { total: Number(row?.total ?? 0), earlier: Number(row?.earlier ?? 0) }
}

/** The class groups to choose from, among the pupils whom the actor sees. */
export async function classGroups(actor: SchoolActor): Promise<string[]> {
  const scope = scopeOf(actor)
  const sql = `SELECT DISTINCT class_group AS name FROM pupils WHERE ${scope.sql} AND left_on IS NULL AND class_group IS NOT NULL`
  const found = await actor.school.data.query<{ name: string }>(sql, scope.params)
  const order = (name: string) => `${classSort(name)} ${name}`
  return found.map(({ name }) => name).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Whether the actor sees any pupil at all, leavers too: an empty list is told from an empty roll. */
export async function anyPupil(actor: SchoolActor): Promise<boolean> {
  const scope = scopeOf(actor)
  const found = await actor.school.data.query(
    `SELECT 1 AS one FROM pupils WHERE ${scope.sql} LIMIT 1`,
    scope.params,
  )
  return found.length > 0
}
