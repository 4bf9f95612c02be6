import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownMemberships, sessions, signUps, users } from '../../../db/tables/accounts'
import { leads, enquiries } from '../../../db/tables/leads'
import { outbox } from '../../../db/tables/outbox'
import { receipts } from '../../../db/tables/proof'
import { schools } from '../../../db/tables/schools'
import { eraseSubject, type Erased } from '../../../app/privacy/erase.server'
import { personOf } from '../../../app/privacy/person.server'
import { newId } from '../../../app/server/ids'
import { write } from '../../../app/server/write.server'
import { testServices, type TestServices } from '../../support/services'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const person = { title: null, firstName: 'Quillfeather', lastName: 'Quillfeather', phone: 'Quillfeather' }
const nobodyElse = { ...person, firstName: 'Marlowe', lastName: 'Marlowe', phone: 'Marlowe' }

/** A user of a new school, with a word of theirs wherever a user's can stand, and who once asked for a demo. */
async function makeUser(email: string, words: typeof person): Promise<string> {
  const { db, keys } = services
  const actor = services.actor()
  const { at } = actor
  const [id, schoolId, leadId] = [newId(at), newId(at), newId(at)]
  const schoolRow = { id: schoolId, name: 'Invented', dfeNumber: schoolId.slice(-7), createdAt: at }
  const own = { ...words, jobTitle: words.firstName, email }
  await write(actor, 'test.made', async (tx) => {
    tx.audit({ subject: { kind: 'user', id } })
    await db.rows(schools).insert(schoolRow)
    await db.rows(users).insert({
      ...own,
      id,
      passwordHash: words.firstName,
      passwordVersion: 1,
      staffRole: null,
      emailVerifiedAt: at,
      termsVersion: 1,
      termsAcceptedAt: at,
      createdAt: at,
    })
    await db
      .rows(ownMemberships)
      .insert({ schoolId, userId: id, role: 'owner', yearGroups: null, createdAt: at })
    await db.rows(signUps).insert({
      ...own,
      id: newId(at),
      passwordHash: null,
      schoolName: words.firstName,
      dfeNumber: '3712999',
      termsVersion: 1,
      createdAt: at,
      linkSentAt: at,
      linkVersion: 1,
      userId: null,
      marketing: null,
      marketingVersion: null,
    })
    const times = { expiresAt: at, confirmedAt: at, lastUsedAt: at, createdAt: at }
    await db.rows(sessions).insert({ id: newId(at), userId: id, schoolId, ...times })
    const { firstName, lastName } = words
    const asked = { searchName: firstName, localAuthority: '371', phone: firstName, createdAt: at }
    await db.rows(leads).insert({ id: leadId, email, firstName, lastName, ...asked, lastActiveAt: at })
    const enquiry = { kind: 'demo', schoolName: null, role: null, message: firstName } as const
    await db.rows(enquiries).insert({ id: newId(at), leadId, ...enquiry, createdAt: at })
    await tx.mail('enquiry-received', { firstName, privacyLink: 'https://x.test' }, email)
    await tx.job('accounts.send-reset', { email: keys.seal('reset', email) })
    await tx.receipt({
      type: 'rights.received',
      kind: 'access',
      role: 'controller',
      controller: 'us',
      subject: { kind: 'user', id },
      about: { requester: email },
    })
  })
  return id
}

async function erase(kind: 'user' | 'lead', id: string, email: string): Promise<Erased> {
  const actor = services.actor()
  return await write(actor, 'test.erased', async (tx) => {
    tx.audit({ subject: { kind, id } })
    return await eraseSubject(actor, tx, await personOf(actor, { kind, id, email }))
  })
}

/** Every row of the tables in which a user's words can stand, as text. */
async function everything(): Promise<string> {
  const { db } = services
  const names = ['users', 'sign_ups', 'sessions', 'leads', 'enquiries', 'receipts', 'audit_entries']
  const rows = await Promise.all(names.map((name) => db.query(`SELECT * FROM ${name}`)))
  return JSON.stringify(rows)
}

test('[P9] a user is erased by the declaration: every word of theirs is gone, what stays says why, and nobody else is touched', async () => {
  const id = await makeUser('quillfeather@school.test', person)
  const other = await makeUser('marlowe@school.test', nobodyElse)
  const erased = await erase('user', id, 'quillfeather@school.test')

  expect(erased.counts).toEqual({
    users: 1,
    memberships: 1,
    sign_ups: 1,
    sessions: 1,
    leads: 1,
    enquiries: 1,
    receipts: 1,
    outbox: 1,
    jobs: 1,
  })
  expect(erased.kept.map(({ table }) => table).sort()).toEqual([
    'audit_entries',
    'receipts',
    'schools',
    'users',
  ])
  const left = await everything()
  expect(left).not.toMatch(/quillfeather/i)
  expect(left.match(/marlowe/gi)?.length).toBeGreaterThan(8)

  const { db } = services
  const [mail] = await db.rows(outbox).list({ where: { state: 'withdrawn' } })
  expect(mail?.content).toBeNull()
  expect(await db.rows(receipts).count({ subjectId: other })).toBe(1)
  expect(await db.rows(users).find({ id })).toMatchObject({ passwordHash: null, termsVersion: 1 })
})

test('[P9] a lead is erased by the declaration, with what they asked', async () => {
  const { db } = services
  const before = await db.rows(users).count()
  await makeUser('tansy@school.test', { ...person, firstName: 'Tansy' })
  const [lead] = await db.rows(leads).list({ where: { email: 'tansy@school.test' } })
  const erased = await erase('lead', lead?.id ?? '', 'tansy@school.test')
  expect(erased.counts).toMatchObject({ leads: 1, enquiries: 1 })
  expect(await db.rows(leads).count({ email: 'tansy@school.test' })).toBe(0)
  expect(await db.rows(users).count()).toBe(before + 1)
})
