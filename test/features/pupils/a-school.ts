import { randomInt } from 'node:crypto'
import type { Actor, SchoolActor } from '../../../app/server/actor'
import { columnsOf } from '../../../app/features/pupils/row'
import { noValues, type PupilValues } from '../../../app/features/pupils/rules/fields'
import { actingSchool } from '../../../app/features/schools/schools.server'
import { auditEntries } from '../../../db/tables/audit'
import { pupils } from '../../../db/tables/pupils'
import { schools } from '../../../db/tables/schools'
import { newId } from '../../../app/server/ids'
import type { TestServices } from '../../support/services'

/** A school of its own in the test's database, and people who act for it. */
export async function aSchool(services: TestServices, name = 'Hill Street Primary') {
  const at = services.clock.now()
  const dfeNumber = String(randomInt(1_000_000, 10_000_000))
  const school = { id: newId(at), name, dfeNumber, createdAt: at }
  await services.db.rows(schools).insert(school)
  const acting = actingSchool(services.db, school)
  const person = (role: string, yearGroups: readonly string[] | null): SchoolActor => ({
    ...services.actor(),
    at: services.clock.now(),
    school: acting,
    who: { kind: 'user', id: newId(services.clock.now()), name: 'Mrs Okafor', role, yearGroups },
  })
  return {
    school: acting,
    dataLead: person('data_lead', null),
    teacherOf: (...years: string[]) => person('teacher', years),
    /** Puts pupils on the roll as they stand; answers their ids. */
    async enrol(...given: Partial<PupilValues>[]): Promise<string[]> {
      const ids = given.map(() => newId(services.clock.now()))
      const rows = given.map((values, place) => ({
        id: ids[place]!,
        ...columnsOf({ ...noValues(), last_name: 'Bell', first_name: 'Amira', ...values }),
        version: 1,
        createdAt: at,
        updatedAt: at,
      }))
      for (let from = 0; from < rows.length; from += 500)
        await acting.data.rows(pupils).insert(rows.slice(from, from + 500))
      return ids
    },
    entries: (act: string) =>
      services.db.rows(auditEntries).list({ where: { act, schoolId: school.id }, order: [['id', 'asc']] }),
  }
}

export type ASchool = Awaited<ReturnType<typeof aSchool>>
/** The actor one moment later, as another request has it. */
export const later = <A extends Actor>(actor: A): A => ({ ...actor, at: actor.at + 1000 })
