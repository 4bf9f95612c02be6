import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { whyNoMariadb, startMysql, type MysqlServer } from '../support/machine/mariadb'
import { temporaryFolder } from '../support/machine/guard'
import { startCommand, untilPrinted } from '../support/server'
import { Visitor } from '../support/visitor'

export type Engine = 'sqlite' | 'mariadb'
/** The databases that this machine has. */
export const engines = (): Engine[] => (whyNoMariadb() ? ['sqlite'] : ['sqlite', 'mariadb'])

export interface Product {
  url: string
  databaseUrl: string
  dataDir: string
  visitor(): Visitor
  /** Signed in as the head teacher of the empty demo school. */
  signedIn(email?: string): Promise<Visitor>
  raw(
    path: string,
    headers: Record<string, string>,
  ): Promise<{ headers: Record<string, string>; body: Buffer }>
  /** Memory of the server's process, in MiB; its peak since `resetPeak`. */
  memory: { now(): number; peak(): number; resetPeak(): void }
  stop(): Promise<void>
}

let mysql: MysqlServer | undefined

/** An empty database of its own. */
export async function emptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'sqlite') return `sqlite:${temporaryFolder('bench')}/otrack.db`
  mysql ??= await startMysql()
  const name = `bench_${randomBytes(4).toString('hex')}`
  const connection = await createConnection(mysql.url)
  await connection.query(`CREATE DATABASE ${name}`)
  await connection.end()
  return `${mysql.url}/${name}`
}

/** The built product with the demo in it, as its own process. */
export async function startProduct({ database }: { database: Engine }): Promise<Product> {
  const databaseUrl = await emptyDatabase(database)
  const dataDir = temporaryFolder('bench-data')
  const env = { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  const running = await startCommand('start', [], env)
  const [, url = ''] = await untilPrinted(running, /OTrack.*?(http:\/\/[^\s"',]+)/)
  const visitor = () => new Visitor(url)
  const status = (name: string) => {
    const line = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${running.pid}/status`, 'utf8'))
    return Number(line?.[1]) / 1024
  }
  let sampler: NodeJS.Timeout | undefined
  let peak = 0
  return {
    url,
    databaseUrl,
    dataDir,
    visitor,
    signedIn: async (email = 'head@other.school') => {
      const person = visitor()
      await person.get('/sign-in')
      await person.submit({ email, password: 'correct horse demo' })
      return person
    },
    raw: (path, headers) => raw(`${url}${path}`, headers),
    memory: {
      now: () => status('VmRSS'),
      peak: () => peak,
      resetPeak: () => {
        clearInterval(sampler)
        peak = 0
        sampler = setInterval(() => (peak = Math.max(peak, status('VmRSS'))), 10)
      },
    },
    stop: async () => {
      clearInterval(sampler)
      await running.stop()
      await sleep(50)
    },
  }
}

function raw(
  url: string,
  headers: Record<string, string>,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const own = Object.entries(response.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
        )
        resolve({
          headers: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}
