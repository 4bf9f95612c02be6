import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { QueryTypes, Transaction, type Sequelize } from 'sequelize'
import { openMariadb } from './mariadb.server'
import type { Dialect } from './migrations/sql'
import { lostConnection, worthRetrying } from './retry'
import { rowsOf, type Rows } from './rows.server'
import { makeSchoolData, refuseSchoolTables, type SchoolData } from './school.server'
import { openSqlite } from './sqlite.server'
import { emptyLogLater } from './sqlite-log.server'
import type { GlobalTable } from './tables/define'

export type { SchoolData }

const ATTEMPTS = 8

export interface TransactionOptions {
  /** Asked after the connection was lost while committing: did the commit happen all the same? */
  committed?: () => Promise<boolean>
}

/** Longer after each try, and never the same for two that clashed. */
const pause = (tried: number) =>
  new Promise((wake) => setTimeout(wake, Math.min(1000, 10 * 2 ** tried) * (0.5 + randomInt(1000) / 1000)))

/** One database, SQLite or MySQL/MariaDB, behaving alike. */
export interface Database {
  readonly dialect: Dialect
  rows<Row>(table: GlobalTable<Row>): Rows<Row>
  /** The data of one school: the only door to the tables of schools' data. */
  school(schoolId: string): SchoolData
  /** Reads with SQL; `?` placeholders. Throws if it names a table of schools' data. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Writes with SQL; answers how many rows were affected. Throws if it names a table of schools' data. */
  run(sql: string, params?: readonly unknown[]): Promise<number>
  /** Runs `work` in one transaction, joined if one is open; retried on deadlock, busy and lost connection, so `work` must do nothing but write here. */
  transaction<T>(work: () => Promise<T>, options?: TransactionOptions): Promise<T>
  inTransaction(): boolean
  /** For what has no school: migrations, backup, erasure by declaration. */
  readonly sequelize: Sequelize
  close(): Promise<void>
}

/** Opens the database named by a `DATABASE_URL` (`sqlite:PATH` or `mysql://…`). Nothing is migrated. */
export async function connect(url: string): Promise<Database> {
  const sqlite = url.startsWith('sqlite:')
  const sequelize = sqlite ? openSqlite(url.slice('sqlite:'.length)) : openMariadb(url)
  // SQLite's shared reading connection must be open, with its settings, before two readers race for it.
  await sequelize.query('SELECT 1')
  const open = new AsyncLocalStorage<Transaction>()
  const transactionNow = () => open.getStore() ?? null
  let writers: Promise<unknown> = Promise.resolve()
  const written = sqlite ? emptyLogLater(sequelize, (work) => (writers = writers.then(work))) : null

  /** SQLite has one writer: they wait here, in order, and not in its busy loop. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!sqlite) return work()
    const mine = writers.then(work)
    writers = mine.catch(() => undefined).then(() => written?.())
    return mine
  }

  async function attempt<T>(work: () => Promise<T>, options: TransactionOptions): Promise<T> {
    let result: { value: T } | null = null
    try {
      return await sequelize.transaction({ type: Transaction.TYPES.IMMEDIATE }, (transaction) =>
        open.run(transaction, async () => {
          const value = await work()
          result = { value }
          return value
        }),
      )
    } catch (error) {
      if (result && lostConnection(error) && (await options.committed?.()))
        return (result as { value: T }).value
      throw error
    }
  }

  const transaction = <T>(work: () => Promise<T>, options: TransactionOptions = {}): Promise<T> =>
    transactionNow() ? work() : insisting(() => attempt(work, options))

  /** A statement by itself is a transaction already: it needs its turn, and no begin and commit around it. */
  const statement = <T>(work: () => Promise<T>): Promise<T> => (transactionNow() ? work() : insisting(work))

  async function insisting<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await inTurn(work)
      } catch (error) {
        if (tried >= ATTEMPTS || !worthRetrying(error)) throw error
        await pause(tried)
      }
    }
  }

  const source = {
    sequelize,
    transaction: transactionNow,
    statement,
    inWrite: <T>(work: () => Promise<T>) => transaction(work),
  }

  async function query<Row>(sql: string, replacements: unknown): Promise<Row[]> {
    return (await sequelize.query(sql, {
      type: QueryTypes.SELECT,
      replacements: replacements as never,
      transaction: transactionNow(),
    })) as Row[]
  }
  const run = (sql: string, replacements: unknown) =>
    statement(async () => {
      const answer = await sequelize.query(sql, {
        type: QueryTypes.BULKUPDATE,
        replacements: replacements as never,
        transaction: transactionNow(),
      })
      return Number(answer)
    })

  return {
    dialect: sqlite ? 'sqlite' : 'mariadb',
    sequelize,
    rows: (table) => rowsOf(source, table, {}),
    school: (schoolId) => makeSchoolData(schoolId, source, query, run),
    query: async (sql, params = []) => {
      refuseSchoolTables(sql)
      return await query(sql, params)
    },
    run: async (sql, params = []) => {
      refuseSchoolTables(sql)
      return await run(sql, params)
    },
    transaction,
    inTransaction: () => transactionNow() !== null,
    close: async () => {
      await writers
      await sequelize.close()
    },
  }
}
