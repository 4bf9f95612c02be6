import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from '../../../db/connection.server'
import { migrate } from '../../../db/migrate.server'
import type { SchoolData } from '../../../db/school.server'
import { jobs } from '../../../db/tables/jobs'
import { pupils, type PupilRow } from '../../../db/tables/pupils'
import { schools } from '../../../db/tables/schools'
import { freshDatabase, testDialect, type FreshDatabase } from '../../support/database'

let place: FreshDatabase
let db: Database
let school: SchoolData

beforeAll(async () => {
  place = await freshDatabase()
  db = await connect(place.url)
  await migrate(db, v7(), Date.now)
  school = await newSchool('3712999')
})
afterAll(async () => {
  await db.close()
  await place.drop()
})

async function newSchool(dfeNumber: string) {
  const id = v7()
  await db.rows(schools).insert({ id, name: 'Hill Street Primary', dfeNumber, createdAt: 1 })
  return db.school(id)
}

const nothingKnown = Object.fromEntries(
  Object.keys(pupils.columns).map((field) => [field, null]),
) as unknown as Omit<PupilRow, 'schoolId'>

const pupil = (given: Partial<PupilRow> = {}): Omit<PupilRow, 'schoolId'> => {
  const { schoolId: _, ...row } = { ...nothingKnown, schoolId: '', ...given }
  return {
    ...row,
    id: given.id ?? v7(),
    lastName: given.lastName ?? 'Okafor',
    sortName: 'okafor',
    searchName: 'okafor',
    yearSort: '99',
    classSort: '~',
    version: 1,
    createdAt: 1,
    updatedAt: 1,
  }
}

describe('a row comes back as it went in', () => {
  test('any text, list, date, figure and null', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => !text.includes('\u0000'))
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          lastName: name,
          firstName: fc.option(name),
          senNeed: fc.option(fc.array(name, { maxLength: 3 })),
          fsm: fc.constantFrom('yes' as const, 'no' as const, null),
          attendancePercent: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
          createdAt: fc.integer({ min: 0, max: 4_102_444_800_000 }),
        }),
        async (given) => {
          const row = { ...pupil(), ...given }
          await school.rows(pupils).insert(row)
          expect(await school.rows(pupils).find({ id: row.id })).toEqual({ ...row, schoolId: school.id })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('both databases refuse the same', () => {
  test.each([
    ['a date that does not exist', { dateOfBirth: '2017-02-31' }],
    ['text that is no date', { dateOfBirth: 'yesterday' }],
    ['a value outside a closed list', { gender: 'X' }],
    ['a name that is too long', { lastName: 'x'.repeat(101) }],
    ['text where a figure belongs', { attendancePossible: 'many' as never }],
    ['a missing name', { lastName: null as never }],
    ['a NUL character', { lastName: 'a\u0000b' }],
    ['a second pupil with one UPN', { upn: 'E371299321047' }],
  ])('%s', async (_, wrong) => {
    await school.rows(pupils).remove({ upn: 'E371299321047' })
    await school.rows(pupils).insert(pupil({ upn: 'E371299321047' }))
    const before = await school.rows(pupils).count()
    await expect(school.rows(pupils).insert({ ...pupil(), ...wrong })).rejects.toThrow()
    expect(await school.rows(pupils).count()).toBe(before)
  })

  test('a pupil of a school that does not exist', async () => {
    await expect(db.school(v7()).rows(pupils).insert(pupil())).rejects.toThrow()
  })
})

describe('a school’s data', () => {
  test('is reached through that school alone', async () => {
    const other = await newSchool('3712998')
    const row = pupil()
    await school.rows(pupils).insert(row)
    expect(await other.rows(pupils).find({ id: row.id })).toBeNull()
    expect(await other.rows(pupils).update({ id: row.id }, { lastName: 'Taken' })).toBe(0)
    expect(await other.rows(pupils).remove({ id: row.id })).toBe(0)
    expect((await school.rows(pupils).find({ id: row.id }))?.lastName).toBe('Okafor')
  })

  test('is refused to SQL without a school', async () => {
    await expect(db.query('SELECT * FROM pupils')).rejects.toThrow('school')
    await expect(db.run('DELETE FROM Pupils')).rejects.toThrow('school')
    await expect(school.query('SELECT * FROM pupils')).rejects.toThrow(':school')
    expect(() => db.school('')).toThrow('school')
  })

  test('does not type-check as a table of no school', () => {
    // @ts-expect-error a school's table is no global one
    expect(() => void db.rows(pupils).count).not.toThrow()
  })

  test('a condition that is undefined never widens to all rows', async () => {
    await expect(school.rows(pupils).list({ where: { id: undefined as never } })).rejects.toThrow('undefined')
  })
})

const job = () => ({
  id: v7(),
  name: 'test',
  payload: {},
  liveKey: null,
  state: 'waiting' as const,
  runAt: 0,
  firstDueAt: 0,
  attempts: 0,
  deaths: 0,
  leaseOwner: null,
  leaseUntil: null,
  lastError: null,
  createdAt: 0,
  finishedAt: null,
})

test('an update answers how many rows it found, also where nothing was new', async () => {
  const row = pupil()
  await school.rows(pupils).insert(row)
  expect(await school.rows(pupils).update({ id: row.id }, { lastName: 'Okafor' })).toBe(1)
  expect(await school.rows(pupils).update({ id: v7() }, { lastName: 'Okafor' })).toBe(0)
})

describe('transactions', () => {
  test('200 at once that read, then write: none is lost', async () => {
    const counter = { ...job(), name: 'counter' }
    await db.rows(jobs).insert(counter)
    await Promise.all(
      Array.from({ length: 200 }, () =>
        db.transaction(async () => {
          const row = await db.rows(jobs).find({ id: counter.id }, { lock: true })
          await db.rows(jobs).update({ id: counter.id }, { attempts: row!.attempts + 1 })
          await db.rows(jobs).insert({ ...job(), name: 'counted' })
        }),
      ),
    )
    expect((await db.rows(jobs).find({ id: counter.id }))?.attempts).toBe(200)
    expect(await db.rows(jobs).count({ name: 'counted' })).toBe(200)
  })

  test('what throws leaves nothing behind, also from a nested one', async () => {
    const row = job()
    const failing = db.transaction(async () => {
      await db.transaction(() => db.rows(jobs).insert(row))
      expect(await db.rows(jobs).find({ id: row.id })).not.toBeNull()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.rows(jobs).find({ id: row.id })).toBeNull()
  })
})

if (testDialect() === 'mariadb')
  describe('several connections', () => {
    test('a lost connection is retried, and the work is done once', async () => {
      const row = job()
      let tries = 0
      await db.transaction(async () => {
        tries += 1
        await db.rows(jobs).insert(row)
        if (tries === 1) await db.run('KILL CONNECTION_ID()')
      })
      expect(tries).toBe(2)
      expect(await db.rows(jobs).count({ id: row.id })).toBe(1)
    })

    test('two that take each other’s rows: both are done in the end', async () => {
      const [a, b] = [job(), job()]
      await db.rows(jobs).insert([a, b])
      const both = (first: string, second: string) =>
        db.transaction(async () => {
          for (const id of [first, second]) {
            await db
              .rows(jobs)
              .update({ id }, { attempts: (await db.rows(jobs).find({ id }, { lock: true }))!.attempts + 1 })
            await new Promise((wake) => setTimeout(wake, 30))
          }
        })
      await Promise.all([both(a.id, b.id), both(b.id, a.id)])
      expect((await db.rows(jobs).list({ where: { id: [a.id, b.id] } })).map((one) => one.attempts)).toEqual([
        2, 2,
      ])
    })
  })
