/**
 * The words in which migrations are written: SQL with one spelling for SQLite and MariaDB/MySQL. SQLite takes bad enums, over-long
 * strings and 31 February unless told otherwise, so each column carries the CHECK that makes both databases refuse the same.
 */
export type Dialect = 'sqlite' | 'mariadb'

/** A column's SQL once its name and the database are known. */
export type ColumnSql = (name: string, dialect: Dialect) => string

const typed =
  (mariadb: string, sqlite: string, check?: (name: string, dialect: Dialect) => string | null): ColumnSql =>
  (name, dialect) => {
    const rule = check?.(name, dialect)
    return `${dialect === 'sqlite' ? sqlite : mariadb} NOT NULL${rule ? ` CHECK (${rule})` : ''}`
  }

const sqliteOnly = (rule: (name: string) => string) => (name: string, dialect: Dialect) =>
  dialect === 'sqlite' ? rule(name) : null

export const id = typed(
  'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin',
  'TEXT',
  sqliteOnly((n) => `length(${n}) = 36`),
)
/** Text of ASCII letters, such as a hash, a code or a job's key. */
export const ascii = (max: number) =>
  typed(
    `VARCHAR(${max}) CHARACTER SET ascii COLLATE ascii_bin`,
    'TEXT',
    sqliteOnly((n) => `length(${n}) <= ${max}`),
  )
export const text = (max: number) =>
  typed(
    `VARCHAR(${max})`,
    'TEXT',
    sqliteOnly((n) => `length(${n}) <= ${max}`),
  )
export const longText = typed('MEDIUMTEXT', 'TEXT')
export const integer = typed(
  'INT',
  'INTEGER',
  sqliteOnly((n) => `${n} BETWEEN -2147483648 AND 2147483647`),
)
export const real = typed('DOUBLE', 'REAL')
/** UTC milliseconds. */
export const moment = typed('BIGINT', 'INTEGER')
export const date = typed(
  'DATE',
  'TEXT',
  sqliteOnly((n) => `${n} IS NULL OR date(${n}) IS ${n}`),
)
export const flag = typed('TINYINT(1)', 'INTEGER', (n) => `${n} IN (0, 1)`)
export const json = typed('MEDIUMTEXT', 'TEXT')
/** One of a closed list. */
export const oneOf = (values: readonly string[]) =>
  typed(
    `VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin`,
    'TEXT',
    (n) => `${n} IN (${values.map((v) => `'${v}'`).join(', ')})`,
  )
export const nullable =
  (of: ColumnSql): ColumnSql =>
  (name, dialect) =>
    of(name, dialect).replace(' NOT NULL', '')

export interface TableSql {
  columns: Record<string, ColumnSql>
  primaryKey: string[]
  unique?: Record<string, string[]>
  indexes?: Record<string, string[]>
  /** Whole clauses, such as `FOREIGN KEY (…) REFERENCES … ON DELETE CASCADE` or `CHECK (…)`. */
  clauses?: string[]
}

/** A name as both databases take it, reserved or not. */
const quoted = (name: string) => `\`${name}\``
const listed = (names: readonly string[]) => names.map(quoted).join(', ')

/** The statements that make a table with its indexes; safe to run again after dying half-way. */
export function createTable(name: string, table: TableSql, dialect: Dialect): string[] {
  const inside = Object.entries(table.columns).map(
    ([column, sql]) => `${quoted(column)} ${sql(quoted(column), dialect)}`,
  )
  inside.push(`PRIMARY KEY (${listed(table.primaryKey)})`)
  for (const [key, columns] of Object.entries(table.unique ?? {}))
    inside.push(`CONSTRAINT ${key} UNIQUE (${listed(columns)})`)
  inside.push(...(table.clauses ?? []))
  const indexes = Object.entries(table.indexes ?? {})
  if (dialect === 'sqlite') {
    return [
      `CREATE TABLE IF NOT EXISTS ${name} (\n  ${inside.join(',\n  ')}\n) STRICT`,
      ...indexes.map(
        ([index, columns]) => `CREATE INDEX IF NOT EXISTS ${index} ON ${name} (${listed(columns)})`,
      ),
    ]
  }
  // Inside CREATE TABLE, because MySQL has no CREATE INDEX IF NOT EXISTS.
  inside.push(...indexes.map(([index, columns]) => `INDEX ${index} (${listed(columns)})`))
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (\n  ${inside.join(',\n  ')}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  ]
}

export interface Migration {
  name: string
  up: (dialect: Dialect) => string[]
  down: (dialect: Dialect) => string[]
}

/** A migration that makes tables, in order, and takes them away in the opposite order. */
export function tables(name: string, made: Record<string, TableSql>): Migration {
  return {
    name,
    up: (dialect) => Object.entries(made).flatMap(([table, sql]) => createTable(table, sql, dialect)),
    down: () =>
      Object.keys(made)
        .reverse()
        .map((table) => `DROP TABLE IF EXISTS ${table}`),
  }
}

/** A migration that adds columns to tables that are there. What is added is nullable: rows written before have none. */
export function addColumns(name: string, added: Record<string, Record<string, ColumnSql>>): Migration {
  const each = (make: (table: string, column: string, sql: ColumnSql) => string) =>
    Object.entries(added).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, sql]) => make(table, column, sql)),
    )
  return {
    name,
    up: (dialect) =>
      each(
        (table, column, sql) =>
          `ALTER TABLE ${table} ADD COLUMN ${quoted(column)} ${sql(quoted(column), dialect)}`,
      ),
    // FORCE builds the table anew: InnoDB otherwise keeps the room of dropped columns, until a row has no more of it.
    down: (dialect) =>
      each(
        (table, column) =>
          `ALTER TABLE ${table} DROP COLUMN ${quoted(column)}${dialect === 'sqlite' ? '' : ', FORCE'}`,
      ).reverse(),
  }
}

/** A migration after which the database itself refuses to change or delete rows of these tables. */
export function onlyGrow(name: string, names: readonly string[]): Migration {
  const triggers = names.flatMap((table) =>
    ['update', 'delete'].map((act) => ({ table, act, trigger: `${table}_no_${act}` })),
  )
  return {
    name,
    up: (dialect) =>
      triggers.map(({ table, act, trigger }) =>
        dialect === 'sqlite'
          ? `CREATE TRIGGER IF NOT EXISTS ${trigger} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} only grows'); END`
          : `CREATE TRIGGER IF NOT EXISTS ${trigger} BEFORE ${act} ON ${table} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} only grows'`,
      ),
    down: () => triggers.map(({ trigger }) => `DROP TRIGGER IF EXISTS ${trigger}`),
  }
}

/** One migration made of several. */
export function together(name: string, ...parts: readonly Migration[]): Migration {
  return {
    name,
    up: (dialect) => parts.flatMap((part) => part.up(dialect)),
    down: (dialect) => [...parts].reverse().flatMap((part) => part.down(dialect)),
  }
}
