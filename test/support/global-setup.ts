import { randomBytes } from 'node:crypto'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { TestProject } from 'vitest/node'
import { temporaryFolder } from './machine/guard'
import { startMysql } from './machine/mariadb'

declare module 'vitest' {
  export interface ProvidedContext {
    /** In the name of every database of this run. */
    run: string
    /** A folder that all test files of this run share. */
    sharedFolder: string
    /** The MySQL server of this run, without a database; empty where the project needs none. */
    mysql: string
  }
}

/** Runs once before each project's tests: one MariaDB for all of them. What it returns runs after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = randomBytes(4).toString('hex')
  // Listing tests that will be skipped for want of a server must not ask for one.
  const needsMysql = ['features-mariadb', 'long'].includes(project.name) && !process.env.OTRACK_NO_MYSQL
  const mysql = needsMysql ? await startMysql() : null
  project.provide('run', run)
  project.provide('sharedFolder', temporaryFolder('shared'))
  project.provide('mysql', mysql?.url ?? '')
  return async () => {
    // A server that was given to us stays: only what this run made there goes.
    if (mysql && process.env.TEST_MYSQL_URL) await dropDatabases(mysql.url, run)
    await mysql?.stop()
  }
}

async function dropDatabases(url: string, run: string): Promise<void> {
  const connection = await createConnection(url)
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE ?',
    [`otrack\\_test\\_${run}\\_%`],
  )
  for (const row of rows) await connection.query('DROP DATABASE ??', [row['name']])
  await connection.end()
}
