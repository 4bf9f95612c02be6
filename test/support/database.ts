import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { inject } from 'vitest'
import { temporaryFolder } from './machine/guard'

export type Dialect = 'sqlite' | 'mariadb'

/** The database on which this project of tests runs. */
export const testDialect = (): Dialect => (process.env.TEST_DATABASE === 'mariadb' ? 'mariadb' : 'sqlite')

export interface FreshDatabase {
  /** A DATABASE_URL: `sqlite:PATH` or `mysql://…/name`. */
  url: string
  drop(): Promise<void>
}

/** An empty database of one's own, without tables. */
export async function freshDatabase(dialect: Dialect = testDialect()): Promise<FreshDatabase> {
  if (dialect === 'sqlite') {
    const folder = temporaryFolder('sqlite')
    return {
      url: `sqlite:${join(folder, 'otrack.db')}`,
      drop: () => rm(folder, { recursive: true, force: true }),
    }
  }
  const server = inject('mysql')
  if (!server)
    throw new Error('This project of tests has no MySQL server (see test/support/global-setup.ts).')
  const name = `otrack_test_${inject('run')}_${randomBytes(6).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  return { url: `${server}/${name}`, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name}`) }
}

async function onServer(server: string, sql: string): Promise<void> {
  const connection = await createConnection(server)
  try {
    await connection.query(sql)
  } finally {
    await connection.end()
  }
}
