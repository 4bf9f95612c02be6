import { execFile } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connect } from '../../db/connection.server'
import { migrate } from '../../db/migrate.server'
import { schools } from '../../db/tables/schools'
import { v7 } from 'uuid'
import { emptyDatabase, engines, startProduct, type Engine, type Product } from './product'
import { rollFile } from './roll-file'
import { median, type Bench, type BenchRow } from './rows'

const ROUNDS = 3

/** From the answer to the upload until the import is committed, in milliseconds; a person's click on "commit" costs nothing. */
async function importOnce(product: Product, file: string): Promise<number> {
  const head = await product.signedIn()
  await head.get('/portal/pupils/import')
  const bytes = new Uint8Array(await (await openAsBlob(file)).arrayBuffer())
  const answer = await head.upload({ name: 'roll.csv', content: bytes }, { follow: false })
  const started = performance.now()
  const page = answer.headers.get('location') ?? ''
  for (let posted = false; ; await sleep(50)) {
    const { state } = JSON.parse((await head.get(`${page}.json`)).text) as { state: string }
    if (state === 'committed') break
    if (state === 'failed' || state === 'mapping') throw new Error(`The import is ${state}`)
    if (state === 'preview' && !posted) {
      posted = true
      await head.get(page)
      await head.submit({}, { intent: 'commit', follow: false })
    }
  }
  return performance.now() - started
}

async function bare(engine: Engine, file: string, how = 'insert'): Promise<number> {
  const url = await emptyDatabase(engine)
  const db = await connect(url)
  await migrate(db, v7(), Date.now)
  const school = v7()
  await db.rows(schools).insert({ id: school, name: 'Bench', dfeNumber: '3712998', createdAt: 0 })
  await db.close()
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'test/bench/bare-import.ts',
    file,
    url,
    school,
    how,
  ])
  return (JSON.parse(stdout) as { ms: number }).ms
}

async function ours(engine: Engine, file: string): Promise<{ ms: number; memoryMiB: number }> {
  const product = await startProduct({ database: engine })
  await sleep(1000)
  const idle = product.memory.now()
  product.memory.resetPeak()
  const ms = await importOnce(product, file)
  const memoryMiB = product.memory.peak() - idle
  await product.stop()
  return { ms, memoryMiB }
}

/** An import of 20,000 pupils with 25 columns, its memory, and its memory at 200,000. */
export const importing: Bench = async () => {
  const small = await rollFile(20_000)
  const large = await rollFile(200_000)
  const rows: BenchRow[] = []
  for (const engine of engines()) {
    const runs: { ms: number; memoryMiB: number }[] = []
    const limits: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      runs.push(await ours(engine, small))
      limits.push(await bare(engine, small))
    }
    const figures = { ours: median(runs.map((run) => run.ms)), limit: median(limits) }
    const what = `import of 20,000 × 25, ${engine}`
    rows.push({
      what,
      unit: 'ms',
      ...figures,
      against: 'csv-parse, the same validation, multi-row INSERT, one transaction',
      aim: { atMost: 2 },
    })
    if (engine === 'mariadb') {
      rows.push({
        what,
        unit: 'ms',
        ours: figures.ours,
        limit: await bare(engine, small, 'load-data'),
        against: 'LOAD DATA LOCAL INFILE of ready rows',
        aim: null,
      })
    }
    const memory = median(runs.map((run) => run.memoryMiB))
    const memoryLarge = (await ours(engine, large)).memoryMiB
    rows.push({
      what: `peak memory over idle at 20,000, ${engine}`,
      unit: 'MiB',
      ours: memory,
      limit: 100,
      against: 'the bound of 100 MiB',
      aim: { atMost: 1 },
    })
    rows.push({
      what: `peak memory over idle at 200,000, ${engine}`,
      unit: 'MiB',
      ours: memoryLarge,
      limit: memory,
      against: 'the same at 20,000',
      aim: { atMost: 1.2 },
    })
  }
  return rows
}
