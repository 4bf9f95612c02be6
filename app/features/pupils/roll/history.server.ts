import { pupilHistory } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import { FIELDS, type PupilValues } from '../rules/fields'
import type { Change } from '../rules/difference'
import type { Staged } from './staged'
import type { Stored } from './columns'

const AT_ONCE = 2000
const COLUMNS = ['pupil_id', 'version', 'field', 'old_value', 'new_value', 'act', 'changed_by', 'at']

/** What was changed of a pupil by one act; `version` is the record's after it. */
export interface Changed {
  pupilId: string
  version: number
  changes: readonly Change[]
}

/** Notes what these pupils' records said before and say now. Must run inside the `write` that changes them; `act` is its name. */
export async function noteChanges(
  actor: SchoolActor,
  act: string,
  changed: readonly Changed[],
): Promise<void> {
  const rows = changed.flatMap(({ pupilId, version, changes }) =>
    changes.map(({ field, from, to }) => [
      ...[pupilId, version, field, inText(from), inText(to), act],
      ...[changedBy(actor), actor.at],
    ]),
  )
  if (rows.length > 0) await actor.school.data.insertMany(pupilHistory, COLUMNS, rows)
}

/** The same for all rows of an upload that change a pupil; before they do. */
export async function noteStaged(actor: SchoolActor, act: string, staged: Staged): Promise<void> {
  for (let after = ''; ;) {
    const rows = await actor.school.data.query<{
      pupil_id: string
      base_version: number
      differences: string
    }>(
      `SELECT pupil_id, base_version, differences FROM ${staged.table} WHERE school_id = :school AND import_id = :importId
        AND verdict = 'changed' AND differences IS NOT NULL AND pupil_id > :after ORDER BY pupil_id LIMIT ${AT_ONCE}`,
      { importId: staged.importId, after },
    )
    await noteChanges(actor, act, rows.map(changedByRow))
    const last = rows.at(-1)
    if (!last) return
    after = last.pupil_id
  }
}

const changedByRow = (row: { pupil_id: string; base_version: number; differences: string }): Changed => ({
  pupilId: row.pupil_id,
  version: row.base_version + 1,
  changes: Object.entries(JSON.parse(row.differences) as Record<string, [unknown, unknown]>).map(
    ([field, [from, to]]) => ({ field, from, to }) as Change,
  ),
})

/** The same for pupils who become leavers, by one statement; before it is done. `which` picks them out of `pupils p`. */
export const noteLeavers = (
  actor: SchoolActor,
  act: string,
  which: string,
  params: Record<string, unknown>,
) =>
  actor.school.data.run(
    `INSERT INTO pupil_history (school_id, ${COLUMNS.join(', ')})
      SELECT p.school_id, p.id, p.version + 1, 'left_on', NULL, :leftOn, :act, :by, :at FROM pupils p WHERE ${which}`,
    { ...params, act, by: changedBy(actor) },
  )

const changedBy = ({ who }: SchoolActor): string | null => ('id' in who ? who.id : null)

const inText = (value: PupilValues[keyof PupilValues]): Stored => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  return Array.isArray(value) ? JSON.stringify(value) : String(value)
}

/** A value as `noteChanges` kept it. */
export function valueKept(field: string, kept: string | null): PupilValues[keyof PupilValues] {
  if (kept === null) return null
  const kind = FIELDS.find(({ name }) => name === field)?.kind
  if (kind === 'codes') return JSON.parse(kept) as string[]
  return kind === 'number' ? Number(kept) : kept
}
