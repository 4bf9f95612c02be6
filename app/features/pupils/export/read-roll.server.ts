import { pupils, type PupilRow } from '../../../../db/tables/pupils'
import { record } from '../../../server/audit.server'
import type { SchoolActor } from '../../../server/actor'
import { beyond, narrowed, orderBy, standingColumns, type Standing } from '../list/conditions'
import type { Filter } from '../list/filter'
import { consenting } from '../queries.server'
import { valuesOf } from '../row'
import { FIELDS, type PupilValues } from '../rules/fields'
import { holdBack } from '../rules/guardian-consent'
import { scopeOf, type Condition } from '../scope'

/** Memory holds one batch, however large the roll is. */
const BATCH = 500

export interface Exported {
  id: string
  values: PupilValues
}

/** Notes the export in the audit trail before anything leaves, with how many pupils it is about. */
export async function recordExport(actor: SchoolActor, filter: Filter): Promise<void> {
  const condition = narrowed(scopeOf(actor), filter)
  const sql = `SELECT COUNT(*) AS total FROM pupils WHERE ${condition.sql}`
  const [row] = await actor.school.data.query<{ total: unknown }>(sql, condition.params)
  const fields = FIELDS.map(({ name }) => name)
  await record(actor, 'pupils.exported', { fields, counts: { pupils: Number(row?.total ?? 0) } })
}

/** The pupils of a filter by name, a batch at a time; special fields only where consent stands (P8). */
export async function* readRoll(actor: SchoolActor, filter: Filter): AsyncGenerator<Exported[]> {
  const condition = narrowed(scopeOf(actor), filter)
  let last: Standing | undefined
  do {
    const standings = await nextStandings(actor, condition, last)
    if (standings.length > 0) yield await pupilsOf(actor, standings)
    last = standings.length === BATCH ? standings.at(-1) : undefined
  } while (last)
}

async function nextStandings(
  actor: SchoolActor,
  condition: Condition,
  last: Standing | undefined,
): Promise<Standing[]> {
  const edge = last ? beyond('name', last, 'after') : null
  const sql = `SELECT ${standingColumns('name')} FROM pupils WHERE ${condition.sql}${edge ? ` AND ${edge.sql}` : ''}
    ORDER BY ${orderBy('name')} LIMIT ${BATCH}`
  return await actor.school.data.query<Standing>(sql, { ...condition.params, ...edge?.params })
}

async function pupilsOf(actor: SchoolActor, standings: readonly Standing[]): Promise<Exported[]> {
  const ids = standings.map(({ id }) => id)
  const [rows, consents] = await Promise.all([
    actor.school.data.rows(pupils).list({ where: { id: ids } }),
    consenting(actor, ids),
  ])
  const byId = new Map<string, PupilRow>(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ id, values: holdBack(valuesOf(row), consents.has(id)).values }] : []
  })
}
