/**
 * The limit of an import, in a process of its own: csv-parse, the same validation, multi-row INSERT in one transaction, by the bare drivers.
 * `bare-import.ts FILE DATABASE_URL SCHOOL_ID [load-data]` prints `{ ms }`.
 */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse'
import { createConnection } from 'mysql2/promise'
import { v7 } from 'uuid'
import { FIELDS, type PupilValues } from '../../app/features/pupils/rules/fields'
import { readPupil } from '../../app/features/pupils/rules/read-pupil'
import { sortKeys } from '../../app/features/pupils/row'

const BATCH = 500
const columns = [
  'school_id',
  'id',
  ...FIELDS.map((field) => field.name),
  'sort_name',
  'search_name',
  'year_sort',
  'class_sort',
  'version',
  'created_at',
  'updated_at',
]
const [file = '', databaseUrl = '', school = '', how = 'insert'] = process.argv.slice(2)
const today = new Date().toISOString().slice(0, 10)

type Cell = string | number | null

function rowOf(values: PupilValues): Cell[] {
  const stored = FIELDS.map(({ name }) => {
    const value = values[name]
    return Array.isArray(value) ? (value.length ? JSON.stringify(value) : null) : value
  })
  const { sortName, searchName, yearSort, classSort } = sortKeys(values)
  return [school, v7(), ...stored, sortName, searchName, yearSort, classSort, 1, Date.now(), Date.now()]
}

async function* batches(): AsyncGenerator<Cell[][]> {
  let rows: Cell[][] = []
  for await (const cells of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
    const { values, problems } = readPupil(cells as Record<string, string>, { today })
    if (problems.some((problem) => problem.severity === 'error')) continue
    rows.push(rowOf(values))
    if (rows.length === BATCH) {
      yield rows
      rows = []
    }
  }
  if (rows.length) yield rows
}

async function intoMariadb() {
  const connection = await createConnection({ uri: databaseUrl, charset: 'utf8mb4' })
  const started = performance.now()
  await connection.beginTransaction()
  for await (const rows of batches())
    await connection.query(`INSERT INTO pupils (${columns.join(', ')}) VALUES ?`, [rows])
  await connection.commit()
  const ms = performance.now() - started
  await connection.end()
  return ms
}

async function loadData() {
  const text: string[] = []
  for await (const rows of batches())
    for (const row of rows)
      text.push(
        row.map((value) => (value === null ? '\\N' : String(value).replace(/[\\\t\n]/g, '\\$&'))).join('\t'),
      )
  const path = `${file}.tsv`
  await writeFile(path, text.join('\n'))
  const connection = await createConnection({
    uri: databaseUrl,
    charset: 'utf8mb4',
    infileStreamFactory: () => createReadStream(path),
  })
  const started = performance.now()
  await connection.query(
    `LOAD DATA LOCAL INFILE 'roll' INTO TABLE pupils CHARACTER SET utf8mb4 (${columns.join(', ')})`,
  )
  const ms = performance.now() - started
  await connection.end()
  return ms
}

async function intoSqlite() {
  const { default: driver } = createRequire(import.meta.url)('sqlite3') as {
    default: typeof import('sqlite3')
  }
  const db = await new Promise<InstanceType<typeof driver.Database>>((resolve, reject) => {
    const opened = new driver.Database(databaseUrl.slice('sqlite:'.length), (error: Error | null) =>
      error ? reject(error) : resolve(opened),
    )
  })
  const run = (sql: string, values: unknown[] = []) =>
    new Promise<void>((resolve, reject) =>
      db.run(sql, values, (error: Error | null) => (error ? reject(error) : resolve())),
    )
  const started = performance.now()
  await run('BEGIN IMMEDIATE')
  const marks = `(${columns.map(() => '?').join(', ')})`
  for await (const rows of batches())
    await run(
      `INSERT INTO pupils (${columns.join(', ')}) VALUES ${rows.map(() => marks).join(', ')}`,
      rows.flat(),
    )
  await run('COMMIT')
  return performance.now() - started
}

const ms =
  how === 'load-data'
    ? await loadData()
    : databaseUrl.startsWith('sqlite:')
      ? await intoSqlite()
      : await intoMariadb()
console.log(JSON.stringify({ ms }))
process.exit(0)
