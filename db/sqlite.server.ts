import { createRequire } from 'node:module'
import { Sequelize } from 'sequelize'

// Required, not imported: bundlers and Node disagree about what the default export of this CommonJS package is.
const { default: driver } = createRequire(import.meta.url)('sqlite3') as { default: typeof import('sqlite3') }

/**
 * What makes a connection safe, put on as it opens, because Sequelize opens them by itself.
 * WAL lets readers go on while one writes; `secure_delete` overwrites what is deleted (a deleted pupil is gone from the file too).
 */
const PRAGMAS = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;
  PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;`

type Opened = (error: Error | null) => void

class SafeDatabase extends driver.Database {
  constructor(path: string, mode: number, opened: Opened) {
    super(path, mode, (error: Error | null) => {
      if (error) opened(error)
      else this.exec(PRAGMAS, opened)
    })
  }
}

/** A Sequelize on the SQLite file at `path`. */
export function openSqlite(path: string): Sequelize {
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    storage: path,
    logging: false,
    // The driver's constants are not enumerable: inherited, not copied.
    dialectModule: Object.create(driver, { Database: { value: SafeDatabase } }) as object,
  })
  keepTwoConnections(sequelize)
  return sequelize
}

interface Connections {
  getConnection(options: { uuid?: string }): Promise<unknown>
  releaseConnection(connection: unknown): void
}

/**
 * One connection that reads and one that writes, both kept: a new one for each transaction costs more than most transactions. There is one
 * writer at a time, because writers wait in the queue of `connect`.
 */
function keepTwoConnections(sequelize: Sequelize): void {
  const { connectionManager } = sequelize as unknown as { connectionManager: Connections }
  const get = connectionManager.getConnection.bind(connectionManager)
  const reads = (uuid: string | undefined) => uuid === undefined || uuid === 'default'
  connectionManager.getConnection = (options) =>
    get({ ...options, uuid: reads(options.uuid) ? 'default' : 'writer' })
  connectionManager.releaseConnection = () => undefined
}
