import { escape } from 'mysql2'
import type { Transaction } from 'sequelize'
import type { Dialect } from './migrations/sql'

export type Stored = string | number | null

/** A statement holds this many rows: more gain nothing, and stay far below every server's largest packet. */
const AT_ONCE = 500

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void
}
interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): void
}

/**
 * Writes many rows with few statements, straight on the transaction's connection: Sequelize looks through each statement several times, which
 * for half a megabyte of values costs as much as the database. The values are put in as escaped literals.
 */
export async function insertMany(
  transaction: Transaction,
  dialect: Dialect,
  into: { table: string; columns: readonly string[]; schoolId: string },
  rows: readonly (readonly Stored[])[],
): Promise<void> {
  const { connection } = transaction as unknown as { connection: SqliteConnection & MysqlConnection }
  const literal = dialect === 'sqlite' ? sqliteLiteral : mysqlLiteral
  const head = `INSERT INTO ${into.table} (school_id, ${into.columns.join(', ')}) VALUES `
  const school = `(${literal(into.schoolId)},`
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const lines = rows.slice(from, from + AT_ONCE).map((row) => `${school}${row.map(literal).join(',')})`)
    const sql = head + lines.join(',')
    await new Promise<void>((resolve, reject) => {
      const done = (error: Error | null) => (error ? reject(error) : resolve())
      if (dialect === 'sqlite') connection.exec(sql, done)
      else connection.query(sql, done)
    })
  }
}

function sqliteLiteral(value: Stored): string {
  if (typeof value !== 'string') return plain(value)
  // SQLite would cut the statement at a NUL.
  if (value.includes('\0')) throw new Error('A NUL character cannot be stored')
  return value.includes("'") ? `'${value.replaceAll("'", "''")}'` : `'${value}'`
}

function mysqlLiteral(value: Stored): string {
  if (typeof value !== 'string') return plain(value)
  if (value.includes('\0')) throw new Error('A NUL character cannot be stored')
  return /[\\'"\b\t\n\r\x1a]/.test(value) ? escape(value) : `'${value}'`
}

function plain(value: number | null): string {
  if (value === null) return 'NULL'
  if (!Number.isFinite(value)) throw new Error('A figure that is none cannot be stored')
  return String(value)
}
