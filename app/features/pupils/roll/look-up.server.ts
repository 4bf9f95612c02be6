import type { SchoolActor } from '../../../server/actor'
import type { PupilValues } from '../rules/fields'
import { valueColumns, valuesOfColumns } from './columns'

/** A pupil of the roll, as a row of a file is compared with. */
export interface RollPupil {
  id: string
  version: number
  sortName: string
  values: PupilValues
}

type Raw = Record<string, unknown> & { id: string; version: number; sort_name: string }

const COLUMNS = `id, version, ${valueColumns.join(', ')}`

async function pupilsWhere(
  actor: SchoolActor,
  condition: string,
  params: Record<string, unknown>,
): Promise<RollPupil[]> {
  const sql = `SELECT ${COLUMNS} FROM pupils WHERE school_id = :school AND ${condition}`
  const rows = await actor.school.data.query<Raw>(sql, params)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    sortName: row.sort_name,
    values: valuesOfColumns(row),
  }))
}

/** The pupils who have one of these UPNs, leavers too. */
export async function pupilsByUpn(actor: SchoolActor, upns: readonly string[]): Promise<RollPupil[]> {
  return upns.length === 0 ? [] : await pupilsWhere(actor, 'upn IN (:upns)', { upns })
}

/** The pupils who have one of these usernames. */
export async function pupilsByUsername(
  actor: SchoolActor,
  usernames: readonly string[],
): Promise<RollPupil[]> {
  return usernames.length === 0 ? [] : await pupilsWhere(actor, 'username IN (:usernames)', { usernames })
}

export interface NameAndBirth {
  /** As `sortKeys` makes it. */
  sortName: string
  /** YYYY-MM-DD; null asks for any. */
  birth: string | null
}

/** The pupils of these names, born on one of these days or on a day that is not known. */
export async function pupilsByName(
  actor: SchoolActor,
  people: readonly NameAndBirth[],
): Promise<RollPupil[]> {
  if (people.length === 0) return []
  const names = [...new Set(people.map(({ sortName }) => sortName))]
  const births = [...new Set(people.map(({ birth }) => birth))]
  // By the day of birth there is an index; without one the names are looked for in the whole roll.
  const days = births.includes(null) ? '' : '(date_of_birth IN (:births) OR date_of_birth IS NULL) AND '
  return await pupilsWhere(actor, `${days}sort_name IN (:names)`, { names, births })
}
