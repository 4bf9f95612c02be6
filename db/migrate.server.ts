import { Umzug } from 'umzug'
import type { Database } from './connection.server'
import { migrations } from './migrations/index'
import { createTable, ascii, id, moment, nullable, type Migration } from './migrations/sql'

const LEASE_MS = 60_000

const ownTables = {
  schema_migrations: { columns: { name: ascii(100), at: moment }, primaryKey: ['name'] },
  schema_lease: { columns: { name: ascii(20), owner: nullable(id), until: moment }, primaryKey: ['name'] },
}

/** A column that a run before this one added or dropped before it died: neither database has an IF NOT EXISTS that both know. */
const doneBefore = /^ALTER TABLE \S+ (ADD|DROP) COLUMN/
const saysSo = /duplicate column|no such column|can't drop/i

async function statements(db: Database, sql: readonly string[]) {
  for (const one of sql)
    await db.sequelize.query(one).catch((error: unknown) => {
      if (!doneBefore.test(one) || !saysSo.test((error as Error).message)) throw error
    })
}

function umzug(db: Database, list: readonly Migration[], now: () => number) {
  return new Umzug({
    logger: undefined,
    migrations: list.map((migration) => ({
      name: migration.name,
      up: () => statements(db, migration.up(db.dialect)),
      down: () => statements(db, migration.down(db.dialect)),
    })),
    storage: {
      logMigration: async ({ name }) =>
        void (await db.run('INSERT INTO schema_migrations (name, at) VALUES (?, ?)', [name, now()])),
      unlogMigration: async ({ name }) =>
        void (await db.run('DELETE FROM schema_migrations WHERE name = ?', [name])),
      executed: async () =>
        (await db.query<{ name: string }>('SELECT name FROM schema_migrations ORDER BY name')).map(
          (row) => row.name,
        ),
    },
  })
}

/** Holds the one row that lets a process change the schema; waits while another holds it. */
async function alone<T>(db: Database, owner: string, now: () => number, work: () => Promise<T>): Promise<T> {
  for (const [name, table] of Object.entries(ownTables))
    await statements(db, createTable(name, table, db.dialect))
  await db.run(
    `INSERT ${db.dialect === 'sqlite' ? 'OR IGNORE' : 'IGNORE'} INTO schema_lease (name, owner, until) VALUES ('migrate', NULL, 0)`,
  )
  const claim = (until: number) =>
    db.run(
      "UPDATE schema_lease SET owner = ?, until = ? WHERE name = 'migrate' AND (owner IS NULL OR owner = ? OR until < ?)",
      [owner, until, owner, now()],
    )
  while ((await claim(now() + LEASE_MS)) === 0) await new Promise((wake) => setTimeout(wake, 200))
  const renewal = setInterval(() => void claim(now() + LEASE_MS).catch(() => undefined), LEASE_MS / 3)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    await db.run("UPDATE schema_lease SET owner = NULL, until = 0 WHERE name = 'migrate' AND owner = ?", [
      owner,
    ])
  }
}

/** Brings the schema up to date; answers the names of the migrations that ran. */
export async function migrate(
  db: Database,
  owner: string,
  now: () => number,
  list = migrations,
): Promise<string[]> {
  // Most starts find nothing to do, and must not wait for a process that died holding the lease.
  if ((await pendingMigrations(db, list)).length === 0) return []
  return await alone(db, owner, now, async () => (await umzug(db, list, now).up()).map((done) => done.name))
}

/** Takes back the newest migration, or all (`to: 0`); answers the names. */
export function rollback(
  db: Database,
  owner: string,
  now: () => number,
  options: { to?: 0 } = {},
  list = migrations,
): Promise<string[]> {
  return alone(db, owner, now, async () => {
    const undone = await umzug(db, list, now).down(options.to === 0 ? { to: 0 } : undefined)
    return undone.map((done) => done.name)
  })
}

/** Names of the migrations that this build knows and the database lacks. */
export async function pendingMigrations(db: Database, list = migrations): Promise<string[]> {
  try {
    const done = await db.query<{ name: string }>('SELECT name FROM schema_migrations')
    return list.map((one) => one.name).filter((name) => !done.some((row) => row.name === name))
  } catch (error) {
    // No table yet: nothing was ever migrated. Any other trouble (no connection) must not look like that.
    if (!(error as Error).message.includes('schema_migrations')) throw error
    return list.map((one) => one.name)
  }
}
