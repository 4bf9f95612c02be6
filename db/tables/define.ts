/**
 * How a table is declared: one object per table, naming each column's kind once. From it come the Sequelize model, the row's
 * type, and the one mapper between database values and ours (booleans, JSON), so that SQLite and MariaDB answer alike.
 */
export type Kind = 'id' | 'text' | 'integer' | 'real' | 'moment' | 'date' | 'flag' | 'json'

export interface Column<T> {
  readonly kind: Kind
  /** Carries the TypeScript type only; never set. */
  readonly type?: T | undefined
}

const column =
  <K extends Kind>(kind: K) =>
  <T>(): Column<T> => ({ kind })

/** UUIDv7 made by the application. */
export const id = column('id')<string>
export const text = column('text')<string>
/** Text out of a closed list, such as a state. */
export const oneOf = <T extends string>(): Column<T> => ({ kind: 'text' })
export const integer = column('integer')<number>
export const real = column('real')<number>
/** UTC milliseconds. */
export const moment = column('moment')<number>
/** `YYYY-MM-DD`. */
export const date = column('date')<string>
export const flag = column('flag')<boolean>
export const json = <T>(): Column<T> => ({ kind: 'json' })
export const nullable = <T>(of: Column<T>): Column<T | null> => of as Column<T | null>

export type Columns = Readonly<Record<string, Column<unknown>>>
export type RowOf<C extends Columns> = { [F in keyof C]: C[F] extends Column<infer T> ? T : never }

/** A table that belongs to no school. */
export interface GlobalTable<Row> {
  readonly scope: 'global'
  readonly name: string
  readonly columns: Columns
  /** Carries the row's type only; never set. */
  readonly row?: Row | undefined
}

/** A table of a school's data: unreachable without saying which school. Its rows' `schoolId` is set by the scope, never by hand. */
export interface SchoolTable<Row> {
  readonly scope: 'school'
  readonly name: string
  readonly columns: Columns
  readonly row?: Row | undefined
}

export type AnyTable = GlobalTable<unknown> | SchoolTable<unknown>

/** Declares a table that belongs to no school. */
export function table<C extends Columns>(name: string, columns: C): GlobalTable<RowOf<C>> {
  return { scope: 'global', name, columns }
}

/** Declares a table of a school's data; the column `school_id` is implied. */
export function schoolTable<C extends Columns>(
  name: string,
  columns: C,
): SchoolTable<RowOf<C> & { schoolId: string }> {
  return { scope: 'school', name, columns: { schoolId: id(), ...columns } }
}

/** `lastName` → `last_name`. */
export const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
