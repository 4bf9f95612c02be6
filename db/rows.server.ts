import {
  DataTypes,
  Op,
  QueryTypes,
  type Model,
  type ModelAttributes,
  type ModelStatic,
  type Sequelize,
  type Transaction,
  type WhereOptions,
} from 'sequelize'
import { snake, type AnyTable, type Column, type Columns, type Kind } from './tables/define'

/** What a field must be: a value, null, one of a list, or a comparison. */
export type Test<T> = T | readonly T[] | { gt?: T; gte?: T; lt?: T; lte?: T; ne?: T; like?: string }
export type Where<Row> = { [F in keyof Row]?: Test<Row[F]> }

export interface Listing<Row> {
  where?: Where<Row>
  order?: readonly (readonly [keyof Row & string, 'asc' | 'desc'])[]
  limit?: number
  /** Only these fields are read. */
  fields?: readonly (keyof Row & string)[]
}

/** Reading and writing the rows of one table; the only way that features have to it beside raw SQL. */
export interface Rows<Row, Given = Row> {
  find(where: Where<Given>, options?: { lock?: boolean }): Promise<Row | null>
  list(listing?: Listing<Row>): Promise<Row[]>
  count(where?: Where<Given>): Promise<number>
  insert(rows: Given | readonly Given[]): Promise<void>
  /** How many rows matched and were changed. */
  update(where: Where<Given>, patch: Partial<Given>): Promise<number>
  remove(where: Where<Given>): Promise<number>
}

const types: Record<Kind, () => ModelAttributes[string]> = {
  id: () => DataTypes.STRING(36),
  text: () => DataTypes.TEXT,
  integer: () => DataTypes.INTEGER,
  real: () => DataTypes.DOUBLE,
  moment: () => DataTypes.BIGINT,
  date: () => DataTypes.STRING(10),
  flag: () => DataTypes.INTEGER,
  json: () => DataTypes.TEXT,
}

/** The Sequelize model of a declared table. */
export function modelOf(sequelize: Sequelize, table: AnyTable): ModelStatic<Model> {
  const known = sequelize.isDefined(table.name) ? sequelize.model(table.name) : null
  if (known) return known
  const attributes: ModelAttributes = {}
  for (const [field, column] of Object.entries(table.columns)) {
    attributes[field] = {
      type: types[column.kind]() as never,
      field: snake(field),
      primaryKey: field === 'id',
    }
  }
  const model = sequelize.define(table.name, attributes, { tableName: table.name, timestamps: false })
  if (!('id' in table.columns)) model.removeAttribute('id')
  return model
}

/** A value as it is stored. */
export function stored(column: Column<unknown> | undefined, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (column?.kind === 'flag') return value ? 1 : 0
  const kept = column?.kind === 'json' ? JSON.stringify(value) : value
  // SQLite would cut the statement at a NUL.
  if (typeof kept === 'string' && kept.includes('\0')) throw new Error('A NUL character cannot be stored')
  return kept
}

/** A row as the database gave it (by field or by column name), as ours. */
export function readRow<Row>(columns: Columns, raw: Record<string, unknown>): Row {
  const row: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(columns)) {
    const value = field in raw ? raw[field] : raw[snake(field)]
    if (value === undefined) continue
    if (value === null) row[field] = null
    else if (column.kind === 'flag') row[field] = value === 1 || value === true
    else if (column.kind === 'json') row[field] = JSON.parse(value as string)
    else if (column.kind === 'moment') row[field] = Number(value)
    else row[field] = value
  }
  return row as Row
}

const operators = { gt: Op.gt, gte: Op.gte, lt: Op.lt, lte: Op.lte, ne: Op.ne, like: Op.like } as const

function whereOf(columns: Columns, where: Record<string, unknown>): WhereOptions {
  const out: Record<string, unknown> = {}
  for (const [field, test] of Object.entries(where)) {
    const column = columns[field]
    if (!column) throw new Error(`No such field: ${field}`)
    // A test left undefined would widen the query to every row.
    if (test === undefined) throw new Error(`The test on ${field} is undefined`)
    if (Array.isArray(test)) out[field] = { [Op.in]: test.map((value) => stored(column, value)) }
    else if (test !== null && typeof test === 'object') {
      const comparison: Record<symbol, unknown> = {}
      for (const [name, value] of Object.entries(test))
        comparison[operators[name as keyof typeof operators]] = stored(column, value)
      out[field] = comparison
    } else out[field] = stored(column, test)
  }
  return out as WhereOptions
}

export interface RowsSource {
  sequelize: Sequelize
  transaction(): Transaction | null
  /** Runs one writing statement, in the open transaction or by itself. */
  statement<T>(work: () => Promise<T>): Promise<T>
  /** Runs a write of several statements inside the open transaction, or one of its own. */
  inWrite<T>(work: () => Promise<T>): Promise<T>
}

interface Selecting {
  where?: object | undefined
  order?: readonly (readonly [string, 'asc' | 'desc'])[] | undefined
  limit?: number | undefined
  fields?: readonly string[] | undefined
  lock?: boolean
}

interface Generator {
  selectQuery(table: string, options: object, model: ModelStatic<Model>): string
}

/** A condition under the names of the columns. */
const bySnake = (where: WhereOptions) =>
  Object.fromEntries(Object.entries(where).map(([field, test]) => [snake(field), test as unknown]))

/** The rows of `table`, each of them also matching `fixed` (a school's id), which is put into every row written. */
export function rowsOf<Row, Given>(
  source: RowsSource,
  table: AnyTable,
  fixed: Record<string, unknown>,
): Rows<Row, Given> {
  const model = modelOf(source.sequelize, table)
  const columns = table.columns
  const generator = source.sequelize.getQueryInterface().queryGenerator as Generator
  const matching = (where: object = {}) => whereOf(columns, { ...where, ...fixed })
  const inTransaction = () => ({ transaction: source.transaction() })
  const values = (row: object) => {
    const out: Record<string, unknown> = {}
    for (const [field, value] of Object.entries({ ...row, ...fixed })) {
      if (!columns[field]) throw new Error(`No such field: ${field}`)
      out[field] = stored(columns[field], value)
    }
    return out
  }
  /** Straight from the query generator: Sequelize's finders copy their options many times, which costs more than the query. */
  async function select({ where, order, limit, fields, lock }: Selecting): Promise<Row[]> {
    const sql = generator.selectQuery(
      table.name,
      {
        attributes: (fields ?? Object.keys(columns)).map((field) => [snake(field), field]),
        where: bySnake(matching(where)),
        ...(order ? { order: order.map(([field, way]) => [snake(field), way.toUpperCase()]) } : {}),
        ...(limit === undefined ? {} : { limit }),
        ...(lock ? { lock: true } : {}),
      },
      model,
    )
    const raw = await source.sequelize.query(sql, { type: QueryTypes.SELECT, ...inTransaction() })
    return raw.map((one) => readRow<Row>(columns, one as Record<string, unknown>))
  }

  return {
    find: async (where, options) => {
      const lock = options?.lock === true && source.sequelize.getDialect() === 'mysql'
      return (await select({ where: where as object, limit: 1, lock }))[0] ?? null
    },
    list: ({ where, order, limit, fields } = {}) =>
      select({ where: where as object | undefined, order, limit, fields }),
    count: (where) => model.count({ where: matching(where), ...inTransaction() }),
    async insert(rows) {
      const list = (Array.isArray(rows) ? rows : [rows]) as object[]
      if (list.length === 0) return
      const named = list.map((row) =>
        Object.fromEntries(Object.entries(values(row)).map(([f, v]) => [snake(f), v])),
      )
      await source.statement(() =>
        source.sequelize.getQueryInterface().bulkInsert(table.name, named, inTransaction()),
      )
    },
    async update(where, patch) {
      return await source.statement(async () => {
        const [changed] = await model.update(values(patch), { where: matching(where), ...inTransaction() })
        return changed
      })
    },
    remove: (where) => source.statement(() => model.destroy({ where: matching(where), ...inTransaction() })),
  }
}
