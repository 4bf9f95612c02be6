import { createRequire } from 'node:module'
import { Sequelize } from 'sequelize'

// Required, not imported: bundlers and Node disagree about what the default export of this CommonJS package is.
const { default: driver } = createRequire(import.meta.url)('sqlite3') as { default: typeof import('sqlite3') }

/**
 * Sequelize opens a new SQLite connection for each transaction, so the settings that make it safe are put on as it opens.
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
  return new Sequelize({
    dialect: 'sqlite',
    storage: path,
    logging: false,
    // The driver's constants are not enumerable: inherited, not copied.
    dialectModule: Object.create(driver, { Database: { value: SafeDatabase } }) as object,
  })
}
