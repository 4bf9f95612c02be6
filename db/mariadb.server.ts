import { Sequelize } from 'sequelize'

const SESSION = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  "SET SESSION time_zone = '+00:00'",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION innodb_lock_wait_timeout = 10',
]

interface Mysql2Connection {
  promise(): { query(sql: string): Promise<unknown> }
}

/** A Sequelize on a MySQL or MariaDB server; every session is strict, in UTC and utf8mb4. */
export function openMariadb(url: string): Sequelize {
  return new Sequelize(url, {
    dialect: 'mysql',
    logging: false,
    timezone: '+00:00',
    pool: { max: 10, min: 0, idle: 10_000, acquire: 30_000 },
    retry: { max: 0 },
    dialectOptions: {
      charset: 'utf8mb4_bin',
      // An UPDATE answers how many rows it found, as SQLite does, also where the new values are the old ones.
      flags: ['FOUND_ROWS'],
      dateStrings: true,
      supportBigNumbers: true,
      connectTimeout: 10_000,
    },
    hooks: {
      afterConnect: async (connection) => {
        for (const sql of SESSION) await (connection as Mysql2Connection).promise().query(sql)
      },
    },
  })
}
