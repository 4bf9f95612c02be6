import { insertMany, type Stored } from './insert-many.server'
import { rowsOf, type Rows, type RowsSource } from './rows.server'
import type { SchoolTable } from './tables/define'
import { schoolTables } from './tables/index'

/** The data of one school, and of no other: the school's id goes into every condition and every row. */
export interface SchoolData {
  readonly id: string
  rows<Row extends { schoolId: string }>(table: SchoolTable<Row>): Rows<Row, Omit<Row, 'schoolId'>>
  /** Reads with SQL; named placeholders (`:name`); it must hold `:school`, or it throws. */
  query<Row>(sql: string, params?: Record<string, unknown>): Promise<Row[]>
  /** Writes with SQL, as `query`; answers how many rows were affected. */
  run(sql: string, params?: Record<string, unknown>): Promise<number>
  /** Writes many rows at once, for uploads; `columns` by their names in the database, without the school's id, values as they are stored. */
  insertMany<Row extends { schoolId: string }>(
    table: SchoolTable<Row>,
    columns: readonly string[],
    rows: readonly (readonly Stored[])[],
  ): Promise<void>
}

type Raw<T> = (sql: string, replacements: unknown) => Promise<T>

const naming = new RegExp(`\\b(${schoolTables.map((table) => table.name).join('|')})\\b`, 'i')

/** Throws if `sql` names a table of schools' data, which only a school's own scope may reach. */
export function refuseSchoolTables(sql: string) {
  const named = naming.exec(sql)
  if (named) throw new Error(`${named[0]} is a school's data: use db.school(id)`)
}

export function makeSchoolData(
  id: string,
  source: RowsSource,
  query: <Row>(sql: string, replacements: unknown) => Promise<Row[]>,
  run: Raw<number>,
): SchoolData {
  if (!id) throw new Error('No school')
  const scoped = (sql: string, params: Record<string, unknown>) => {
    if (!sql.includes(':school')) throw new Error('A query on a school’s data must hold :school')
    return { ...params, school: id }
  }
  return {
    id,
    rows: (table) => rowsOf(source, table, { schoolId: id }),
    query: async (sql, params = {}) => await query(sql, scoped(sql, params)),
    run: async (sql, params = {}) => await run(sql, scoped(sql, params)),
    insertMany: (table, columns, rows) =>
      source.inWrite(async () => {
        const transaction = source.transaction()
        if (!transaction) throw new Error('insertMany needs a transaction')
        const dialect = source.sequelize.getDialect() === 'sqlite' ? 'sqlite' : 'mariadb'
        await insertMany(transaction, dialect, { table: table.name, columns, schoolId: id }, rows)
      }),
  }
}
