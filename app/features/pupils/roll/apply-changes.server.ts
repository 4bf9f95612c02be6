import type { SchoolActor } from '../../../server/actor'
import { valueColumns } from './columns'
import { noteLeavers, noteStaged } from './history.server'
import type { Staged } from './staged'

export interface Applied {
  added: number
  changed: number
  leavers: number
}

/** The roll is not any more what the rows were compared with. */
export class RollChanged extends Error {
  override readonly name = 'RollChanged'
}

/** The act of the write that applies changes. */
const ACT = 'imports.committed'

const columns = valueColumns.join(', ')
const ofStaged = 's.school_id = :school AND s.import_id = :importId'
// NOT IN over the whole list, which both databases make once; a NOT EXISTS would go through all staged rows for each pupil.
const onRollUnseen = (staged: Staged) => `p.school_id = :school AND p.left_on IS NULL
  AND p.id NOT IN (SELECT s.pupil_id FROM ${staged.table} s WHERE ${ofStaged} AND s.pupil_id IS NOT NULL)`

/** The pupils on roll whom no staged row is about. */
export async function countUnseen(actor: SchoolActor, staged: Staged): Promise<number> {
  const [row] = await actor.school.data.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM pupils p WHERE ${onRollUnseen(staged)}`,
    { importId: staged.importId },
  )
  return Number(row?.n ?? 0)
}

/**
 * Brings the staged rows into the roll, by statements over all of them at once, and keeps what was there before. Must run inside a
 * `write`. Throws `RollChanged`, which must undo the transaction, when a pupil is not any more as the row was compared with.
 * `leftOn` marks those whom the file does not have as leavers of that day.
 */
export async function applyChanges(
  actor: SchoolActor,
  staged: Staged,
  expected: { changed: number },
  leftOn: string | null,
): Promise<Applied> {
  const params = { importId: staged.importId, at: actor.at, leftOn }
  if (expected.changed > 0) await noteStaged(actor, ACT, staged)
  const leavers = leftOn === null ? 0 : await markLeavers(actor, staged, params)
  const changed = expected.changed === 0 ? 0 : await update(actor, staged, params)
  if (changed !== expected.changed) throw new RollChanged()
  return { added: await add(actor, staged, params), changed, leavers }
}

async function add(actor: SchoolActor, staged: Staged, params: Record<string, unknown>): Promise<number> {
  const { data } = actor.school
  const which = `${ofStaged} AND s.verdict = 'added'`
  const added = await data.run(
    `INSERT INTO pupils (school_id, id, ${columns}, version, created_at, updated_at)
     SELECT s.school_id, s.pupil_id, ${valueColumns.map((name) => `s.${name}`).join(', ')}, 1, :at, :at
     FROM ${staged.table} s WHERE ${which}`,
    params,
  )
  await data.run(
    `INSERT INTO ${staged.images} (school_id, import_id, pupil_id, image, version_after)
     SELECT s.school_id, s.import_id, s.pupil_id, NULL, 1 FROM ${staged.table} s WHERE ${which}`,
    params,
  )
  return added
}

/** The row as it stands, as JSON; `p` is the pupil. */
const image = (dialect: string) =>
  `${dialect === 'sqlite' ? 'json_object' : 'JSON_OBJECT'}(${valueColumns.map((name) => `'${name}', p.${name}`).join(', ')})`

const keepImage = (actor: SchoolActor, staged: Staged, from: string) =>
  `INSERT INTO ${staged.images} (school_id, import_id, pupil_id, image, version_after)
   SELECT p.school_id, :importId, p.id, ${image(actor.services.db.dialect)}, p.version + 1 FROM ${from}`

async function update(actor: SchoolActor, staged: Staged, params: Record<string, unknown>): Promise<number> {
  const { data } = actor.school
  const same = `p.school_id = s.school_id AND p.id = s.pupil_id AND p.version = s.base_version`
  const which = `${ofStaged} AND s.verdict = 'changed'`
  await data.run(
    keepImage(actor, staged, `pupils p JOIN ${staged.table} s ON ${same} WHERE ${which}`),
    params,
  )
  if (actor.services.db.dialect === 'sqlite') {
    const set = valueColumns.map((name) => `${name} = s.${name}`).join(', ')
    return await data.run(
      `UPDATE pupils AS p SET ${set}, version = p.version + 1, updated_at = :at FROM ${staged.table} s WHERE ${same} AND ${which}`,
      params,
    )
  }
  const set = valueColumns.map((name) => `p.${name} = s.${name}`).join(', ')
  return await data.run(
    `UPDATE pupils p JOIN ${staged.table} s ON ${same} SET ${set}, p.version = p.version + 1, p.updated_at = :at WHERE ${which}`,
    params,
  )
}

async function markLeavers(
  actor: SchoolActor,
  staged: Staged,
  params: Record<string, unknown>,
): Promise<number> {
  const { data } = actor.school
  await data.run(keepImage(actor, staged, `pupils p WHERE ${onRollUnseen(staged)}`), params)
  await noteLeavers(actor, ACT, onRollUnseen(staged), params)
  return await data.run(
    `UPDATE pupils ${actor.services.db.dialect === 'sqlite' ? 'AS p' : 'p'} SET left_on = :leftOn, version = p.version + 1, updated_at = :at
     WHERE ${onRollUnseen(staged)}`,
    params,
  )
}
