import { pupils } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import { spokenName } from '../row'

/** The names of these pupils, for saying who is meant; those who are gone are not in it. */
export async function namesOfPupils(
  actor: SchoolActor,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const rows = await actor.school.data.rows(pupils).list({
    where: { id: ids },
    fields: ['id', 'firstName', 'lastName'],
    order: [['sortName', 'asc']],
  })
  return rows.map((row) => ({ id: row.id, name: spokenName(row) }))
}
