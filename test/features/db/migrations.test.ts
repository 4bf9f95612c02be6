import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from '../../../db/connection.server'
import { migrate, pendingMigrations, rollback } from '../../../db/migrate.server'
import { migrations } from '../../../db/migrations/index'
import { freshDatabase, type FreshDatabase } from '../../support/database'

let place: FreshDatabase
let db: Database
const now = () => Date.parse('2026-11-24T09:00:00Z')
const owner = '01a20b42-0000-7000-8000-000000000001'
const names = migrations.map((migration) => migration.name)

beforeAll(async () => {
  place = await freshDatabase()
  db = await connect(place.url)
})
afterAll(async () => {
  await db.close()
  await place.drop()
})

const run = async (statements: readonly string[]) => {
  for (const sql of statements) await db.sequelize.query(sql)
}

describe('migrations', () => {
  test('bring an empty database up to date, and back to nothing', async () => {
    expect(await pendingMigrations(db)).toEqual(names)
    expect(await migrate(db, owner, now)).toEqual(names)
    expect(await pendingMigrations(db)).toEqual([])
    expect(await migrate(db, owner, now)).toEqual([])
    expect(await rollback(db, owner, now)).toEqual(names.slice(-1))
    expect(await rollback(db, owner, now, { to: 0 })).toEqual(names.slice(0, -1).reverse())
    expect(await pendingMigrations(db)).toEqual(names)
  })

  test.each(migrations.map((migration, place) => [migration.name, place] as const))(
    '%s is safe to run again after dying at any statement, up and down',
    async (_, place) => {
      const { up, down } = migrations[place]!
      const before = migrations.slice(0, place + 1)
      for (let done = 0; done <= up(db.dialect).length; done++) {
        await migrate(db, owner, now, migrations.slice(0, place))
        await run(up(db.dialect).slice(0, done))
        expect(await migrate(db, owner, now, before)).toEqual([names[place]])
        await run(down(db.dialect).slice(0, done))
        expect(await rollback(db, owner, now, {}, before)).toEqual([names[place]])
      }
    },
  )

  test('two processes at once: each migration runs once', async () => {
    const other = await connect(place.url)
    const second = '01a20b42-0000-7000-8000-000000000002'
    await rollback(db, owner, now, { to: 0 })
    const ran = await Promise.all([migrate(db, owner, Date.now), migrate(other, second, Date.now)])
    expect(ran.flat()).toEqual(names)
    await other.close()
  })

  test('every table has a primary key, and a school’s table has school_id first in each of its keys', async () => {
    const { schoolTables } = await import('../../../db/tables/index')
    const keys = await keysOf(db)
    expect(keys.length).toBeGreaterThan(20)
    const ofSchools = keys.filter((key) => schoolTables.some((table) => table.name === key.table))
    const exceptions = ofSchools.filter((key) => key.columns[0] !== 'school_id').map((key) => key.name)
    expect(exceptions).toEqual(['memberships_user'])
    expect(
      schoolTables.every((table) => ofSchools.some((key) => key.table === table.name && key.primary)),
    ).toBe(true)
  })
})

interface Key {
  table: string
  name: string
  primary: boolean
  columns: string[]
}

/** Every key of every table, as the database itself tells. */
async function keysOf(database: Database): Promise<Key[]> {
  if (database.dialect === 'sqlite') {
    const [rows] = (await database.sequelize.query(
      `SELECT t.name AS "table", i.name AS name, i.origin AS origin, c.name AS "column" FROM sqlite_master t, pragma_index_list(t.name) i,
       pragma_index_info(i.name) c WHERE t.type = 'table' ORDER BY i.name, c.seqno`,
    )) as [{ table: string; name: string; origin: string; column: string }[], unknown]
    return grouped(rows.map((row) => ({ ...row, primary: row.origin === 'pk' })))
  }
  const [rows] = (await database.sequelize.query(
    `SELECT table_name AS \`table\`, index_name AS name, column_name AS \`column\` FROM information_schema.statistics
     WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index`,
  )) as [{ table: string; name: string; column: string }[], unknown]
  return grouped(rows.map((row) => ({ ...row, primary: row.name === 'PRIMARY' })))
}

function grouped(rows: readonly { table: string; name: string; column: string; primary: boolean }[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { table, name, column, primary } of rows) {
    const key = keys.get(`${table} ${name}`) ?? { table, name, primary, columns: [] }
    key.columns.push(column)
    keys.set(`${table} ${name}`, key)
  }
  return [...keys.values()]
}
