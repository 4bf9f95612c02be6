import { fork } from 'node:child_process'
import { once } from 'node:events'
import { v7 } from 'uuid'
import { connect } from '../../db/connection.server'
import { inventedPupils } from '../../db/seed/invented-pupils'
import { pupils } from '../../db/tables/pupils'
import { schools } from '../../db/tables/schools'
import { columnsOf } from '../../app/features/pupils/row'
import { inTurn } from './load'
import { engines, startProduct, type Engine } from './product'
import { recordedQueries } from './recorded-queries'
import type { Bench, BenchRow } from './rows'

const OTHERS = 132
const OF_A_SCHOOL = 1_500

/** A table of 200,000 pupils: 1,500 in the school that is looked at, as many in each of the others. */
async function fillTable(databaseUrl: string) {
  const db = await connect(databaseUrl)
  const invented = inventedPupils({
    count: OF_A_SCHOOL,
    schoolLaEstab: '3712998',
    asOf: new Date().toISOString().slice(0, 10),
    seed: 11,
  })
  // Without the special fields, which stand only where consent is recorded.
  const row = (pupil: (typeof invented)[number]) => ({
    ...columnsOf({ ...pupil, ethnicity: null, sen_status: null, sen_need: [] }),
    id: v7(),
    version: 1,
    createdAt: 0,
    updatedAt: 0,
  })
  const [school] = await db.query<{ id: string }>("SELECT id FROM schools WHERE dfe_number = '3712998'")
  const ids = [school!.id]
  for (let other = 0; other < OTHERS; other++) {
    const id = v7()
    ids.push(id)
    await db
      .rows(schools)
      .insert({ id, name: `Bench ${other}`, dfeNumber: String(8000000 + other), createdAt: 0 })
  }
  for (const id of ids) await db.school(id).rows(pupils).insert(invented.map(row))
  await db.close()
}

async function listOn(engine: Engine): Promise<BenchRow> {
  const product = await startProduct({ database: engine })
  await fillTable(product.databaseUrl)
  const head = await product.signedIn()
  const path = '/portal/pupils'
  const page = await head.get(path)
  const headers = { cookie: head.cookies.header() ?? '', 'accept-encoding': 'identity' }
  const queries = await recordedQueries({
    databaseUrl: product.databaseUrl,
    dataDir: product.dataDir,
    path,
    cookie: headers.cookie,
  })
  const limit = fork('test/bench/empty-route.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await once(limit, 'message')
  limit.send({ databaseUrl: product.databaseUrl, html: page.text, queries })
  const [port] = (await once(limit, 'message')) as [number]
  const figures = await inTurn(
    { url: product.url + path, headers },
    { url: `http://127.0.0.1:${port}${path}`, headers },
  )
  limit.kill()
  await product.stop()
  // Requests a second turned into the time of one, so that smaller is better and the aim reads "at most twice".
  return {
    what: `list of 1,500 in 200,000, ${engine}`,
    unit: 'ms a request',
    ours: 1000 / figures.ours,
    limit: 1000 / figures.limit,
    against: 'an empty Remix route with the same reading queries and markup',
    aim: { atMost: 2 },
  }
}

/** The list of pupils of a school of 1,500 in a table of 200,000. */
export const pupilList: Bench = async () => {
  const rows: BenchRow[] = []
  for (const engine of engines()) rows.push(await listOn(engine))
  return rows
}
