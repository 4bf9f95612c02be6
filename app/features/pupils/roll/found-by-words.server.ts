import type { SchoolActor } from '../../../server/actor'
import { narrowed } from '../list/conditions'
import { readFilter } from '../list/filter'
import { scopeOf } from '../scope'

/** As many pupils as one search may mean. */
const MOST = 200

/** Ids of the pupils whom the actor sees and these words find, leavers too, as the list of pupils would: at most two hundred. */
export async function pupilsFoundBy(actor: SchoolActor, words: string): Promise<string[]> {
  const found = narrowed(scopeOf(actor), readFilter(new URLSearchParams({ q: words }), 'all'))
  const rows = await actor.school.data.query<{ id: string }>(
    `SELECT id FROM pupils WHERE ${found.sql} ORDER BY sort_name, id LIMIT ${MOST}`,
    found.params,
  )
  return rows.map(({ id }) => id)
}
