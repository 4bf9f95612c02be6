import { schools, type SchoolRow } from '../../../db/tables/schools'
import type { ActingSchool, Actor } from '../../server/actor'
import type { Services } from '../../server/context'
import type { Tx } from '../../server/write.server'

type Database = Services['db']

/** The schools with these ids, by name. */
export async function schoolsById(db: Database, ids: readonly string[]): Promise<SchoolRow[]> {
  if (ids.length === 0) return []
  return await db.rows(schools).list({ where: { id: ids }, order: [['name', 'asc']] })
}

/** The school that has this DfE number (seven digits), or null. */
export async function schoolByDfeNumber(db: Database, dfeNumber: string): Promise<SchoolRow | null> {
  return await db.rows(schools).find({ dfeNumber })
}

/** The school to act for, with the only door to its data. */
export function actingSchool(db: Database, { id, name, dfeNumber }: SchoolRow): ActingSchool {
  return { id, name, dfeNumber, data: db.school(id) }
}

/** Makes a school, as part of an open write; answers its id. Throws if the DfE number has one: ask `schoolByDfeNumber` before. */
export async function addSchool(
  actor: Actor,
  tx: Tx,
  school: { name: string; dfeNumber: string },
): Promise<string> {
  const id = tx.newId()
  await actor.services.db.rows(schools).insert({ id, ...school, createdAt: actor.at })
  tx.audit({
    act: 'schools.added',
    subject: { kind: 'school', id },
    schoolId: id,
    fields: ['name', 'dfeNumber'],
  })
  return id
}

/** Every school, for work that goes from school to school. */
export async function allSchools(db: Database): Promise<SchoolRow[]> {
  return await db.rows(schools).list({ order: [['id', 'asc']] })
}
