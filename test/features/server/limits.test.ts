import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLimits, type Limits } from '../../../app/server/limits.server'
import { connect, type Database } from '../../../db/connection.server'
import { migrate } from '../../../db/migrate.server'
import { freshDatabase, type FreshDatabase } from '../../support/database'

// On SQLite the limits are counted in memory; on MySQL two processes must share what they count.
let place: FreshDatabase
let db: Database
let nodes: [Limits, Limits]

beforeAll(async () => {
  place = await freshDatabase()
  db = await connect(place.url)
  await migrate(db, randomUUID(), () => Date.now())
  const one = () =>
    makeLimits(
      db.dialect === 'sqlite' ? null : { sequelize: db.sequelize, database: db.sequelize.getDatabaseName() },
    )
  const first = one()
  nodes = [first, db.dialect === 'sqlite' ? first : one()]
})
afterAll(async () => {
  await db.close()
  await place.drop()
})

test('processes share what they count, also when many ask at once', async () => {
  const taken = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      nodes[at % 2 === 0 ? 0 : 1].take('sign-in.account', 'head@demo.school'),
    ),
  )
  expect(taken.filter(({ ok }) => ok)).toHaveLength(10)
  const refused = await nodes[1].take('sign-in.account', 'head@demo.school')
  expect(refused.ok).toBe(false)
  if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(800)
})

test('a try given back in one process is there again in the other', async () => {
  for (let tried = 0; tried < 20; tried++) {
    expect(await nodes[0].take('sign-in.account', 'u2')).toEqual({ ok: true })
    await nodes[1].giveBack('sign-in.account', 'u2')
  }
})

test('what is counted is kept as a hash only', async () => {
  await nodes[0].take('sign-in.account', 'amira@hill.school')
  const rows = await db.query<{ key: string }>('SELECT `key` FROM rate_limits')
  expect(rows.filter(({ key }) => /amira|demo/.test(key))).toEqual([])
  if (db.dialect === 'mariadb') expect(rows.length).toBeGreaterThan(0)
})
