import { createRequire } from 'node:module'
import { createConnection, type RowDataPacket } from 'mysql2/promise'

const { default: sqlite3 } = createRequire(import.meta.url)('sqlite3') as {
  default: typeof import('sqlite3')
}

export type Row = Record<string, unknown>

/** Reads rows of a database beside the product, by a connection of its own: what a test claims to be stored must be seen to be. */
export function rowsOf(url: string, sql: string, params: readonly unknown[]): Promise<Row[]> {
  return url.startsWith('sqlite:')
    ? fromSqlite(url.slice('sqlite:'.length), sql, params)
    : fromMysql(url, sql, params)
}

async function fromMysql(url: string, sql: string, params: readonly unknown[]): Promise<Row[]> {
  const connection = await createConnection(url)
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql, [...params])
    return rows
  } finally {
    await connection.end()
  }
}

function fromSqlite(path: string, sql: string, params: readonly unknown[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(path, sqlite3.OPEN_READWRITE, (failed) => {
      if (failed) return reject(failed)
      database.configure('busyTimeout', 10_000)
      database.all<Row>(sql, [...params], (error, rows) => {
        database.close(() => (error ? reject(error) : resolve(rows)))
      })
    })
  })
}
