import type { SchoolActor } from '../../../server/actor'
import { difference } from '../rules/difference'
import { valueColumns, valuesOfColumns } from './columns'
import { noteChanges, type Changed } from './history.server'
import type { Staged } from './staged'

const AT_ONCE = 500

export interface PutBack {
  removed: number
  restored: number
  /** Pupils who were changed since, or whose UPN another pupil has by now: they stay as they are. */
  left: string[]
}

interface Kept extends Record<string, unknown> {
  pupil_id: string
  image: string
  version_after: number
}

/**
 * Puts the roll back to the images kept: pupils who were added go, those who were changed become what they were. Whoever was changed since
 * is left alone. Must run inside a `write`.
 */
export async function putBack(
  actor: SchoolActor,
  staged: Pick<Staged, 'images' | 'importId'>,
): Promise<PutBack> {
  const { data } = actor.school
  const { images, importId } = staged
  const left = await data.query<{ id: string }>(
    `SELECT p.id FROM pupils p JOIN ${images} b ON b.school_id = p.school_id AND b.pupil_id = p.id
     WHERE p.school_id = :school AND b.import_id = :importId AND p.version <> b.version_after`,
    { importId },
  )
  const removed = await data.run(
    `DELETE FROM pupils WHERE school_id = :school AND EXISTS (
       SELECT 1 FROM ${images} b WHERE b.school_id = :school AND b.import_id = :importId AND b.pupil_id = pupils.id
         AND b.image IS NULL AND b.version_after = pupils.version)`,
    { importId },
  )
  const taken: string[] = []
  let restored = 0
  let after = ''
  for (;;) {
    const kept = await data.query<Kept>(
      `SELECT b.pupil_id, b.image, b.version_after, ${NOW} FROM ${images} b JOIN pupils p ON p.school_id = b.school_id AND p.id = b.pupil_id
       WHERE b.school_id = :school AND b.import_id = :importId AND b.image IS NOT NULL AND p.version = b.version_after
         AND b.pupil_id > :after ORDER BY b.pupil_id LIMIT ${AT_ONCE}`,
      { importId, after },
    )
    const changed: Changed[] = []
    for (const one of kept) {
      if (await restore(actor, one)) changed.push(changedBack(one))
      else taken.push(one.pupil_id)
    }
    await noteChanges(actor, 'imports.undone', changed)
    restored += changed.length
    const last = kept.at(-1)
    if (!last) return { removed, restored, left: [...left.map(({ id }) => id), ...taken] }
    after = last.pupil_id
  }
}

const NOW = valueColumns.map((name) => `p.${name}`).join(', ')

const changedBack = (kept: Kept): Changed => ({
  pupilId: kept.pupil_id,
  version: kept.version_after + 1,
  changes: difference(
    valuesOfColumns(kept),
    valuesOfColumns(JSON.parse(kept.image) as Record<string, unknown>),
    { emptiedClears: true },
  ),
})

const SET = valueColumns.map((name) => `${name} = :${name}`).join(', ')

async function restore(
  actor: SchoolActor,
  { pupil_id: id, image, version_after: version }: Kept,
): Promise<boolean> {
  const { data } = actor.school
  const before = JSON.parse(image) as Record<string, unknown>
  const upn = before['upn'] ?? null
  if (upn !== null) {
    const others = await data.query(
      'SELECT 1 AS one FROM pupils WHERE school_id = :school AND upn = :upn AND id <> :id',
      { upn, id },
    )
    if (others.length > 0) return false
  }
  const values = Object.fromEntries(valueColumns.map((name) => [name, before[name] ?? null]))
  const sql = `UPDATE pupils SET ${SET}, version = version + 1, updated_at = :at WHERE school_id = :school AND id = :id AND version = :version`
  return (await data.run(sql, { ...values, id, version, at: actor.at })) === 1
}
