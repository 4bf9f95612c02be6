import { hashPassword } from '../../features/accounts/hashing.server'
import { addSchool, schoolByDfeNumber } from '../../features/schools/schools.server'
import { clockActor, type Actor } from '../../server/actor'
import type { Services } from '../../server/context'
import { write, type Tx } from '../../server/write.server'
import { memberships, users, type UserRow } from '../../../db/tables/accounts'
import {
  demoPassword,
  demoSchool,
  demoStaff,
  otherSchool,
  type DemoSchool,
} from '../../../db/seed/demo-people.table'
import { addDemoPupils } from './demo-pupils.server'

export { demoPassword, demoSignIns } from '../../../db/seed/demo-people.table'

/**
 * Makes the demo schools, their people and OTrack's own, with a password that anybody may know; each part once, however often it is asked.
 * Throws in production.
 */
export async function seedDemo(services: Services): Promise<void> {
  if (services.settings.production)
    throw new Error('The demo has a password that everybody knows: it has no place in production')
  const actor = clockActor(services, 'seed')
  if (await schoolByDfeNumber(services.db, demoSchool.dfeNumber)) return
  // One hash for all: hashing is slow by design.
  const passwordHash = await hashPassword(demoPassword)
  await seedStaff(actor, passwordHash)
  await seedSchool(actor, otherSchool, passwordHash)
  // Last, because it says that all is done.
  await seedSchool(actor, demoSchool, passwordHash, addDemoPupils)
}

async function seedStaff(actor: Actor, passwordHash: string): Promise<void> {
  await write(actor, 'demo.seeded', async (tx) => {
    for (const { role, ...person } of demoStaff)
      await addUser(actor, tx, { ...person, staffRole: role }, passwordHash)
    tx.audit({ counts: { staff: demoStaff.length } })
  })
}

type More = (actor: Actor, tx: Tx, schoolId: string, owner: string) => Promise<void>

async function seedSchool(
  actor: Actor,
  school: DemoSchool,
  passwordHash: string,
  more?: More,
): Promise<void> {
  const { db } = actor.services
  if (await schoolByDfeNumber(db, school.dfeNumber)) return
  await write(actor, 'demo.seeded', async (tx) => {
    const schoolId = await addSchool(actor, tx, { name: school.name, dfeNumber: school.dfeNumber })
    let owner = ''
    for (const { role, yearGroups = null, ...person } of school.people) {
      const userId = await addUser(actor, tx, { ...person, staffRole: null }, passwordHash)
      await db.school(schoolId).rows(memberships).insert({ userId, role, yearGroups, createdAt: actor.at })
      if (role === 'owner') owner = userId
    }
    await more?.(actor, tx, schoolId, owner)
    tx.audit({ schoolId, subject: { kind: 'school', id: schoolId }, counts: { users: school.people.length } })
  })
}

type Person = Pick<UserRow, 'email' | 'title' | 'firstName' | 'lastName' | 'jobTitle' | 'staffRole'>

/** Answers the user's id; who is there already stays as they are. */
async function addUser(
  { services: { db }, at }: Actor,
  tx: Tx,
  person: Person,
  passwordHash: string,
): Promise<string> {
  const before = await db.rows(users).find({ email: person.email })
  if (before) return before.id
  const terms = person.staffRole
    ? { termsVersion: null, termsAcceptedAt: null }
    : { termsVersion: 1, termsAcceptedAt: at }
  const id = tx.newId()
  await db.rows(users).insert({
    id,
    ...person,
    ...terms,
    passwordHash,
    passwordVersion: 1,
    phone: null,
    emailVerifiedAt: at,
    createdAt: at,
  })
  return id
}
