import { setTimeout as sleep } from 'node:timers/promises'
import { makeTestClock, type TestClock } from './clock'
import { freshDatabase, testDialect, type Dialect } from './database'
import { temporaryFolder } from './machine/guard'
import { mailboxOf, type Mailbox } from './mailbox'
import { runCommand, startCommand, untilPrinted, type Env, type Running } from './server'
import { signInAs } from './sign-in'
import { rowsOf, type Row } from './sql'
import { fillFromTemplate, type Place } from './template'
import { Visitor } from './visitor'

export interface AppOptions {
  /** Settings beside those that the test gives: SMTP_URL, APP_SECRET … */
  env?: Env
  /** An ISO moment at which the product's clock starts. Without it the product goes by the real time, and the clock cannot be set. */
  now?: string
  dialect?: Dialect
  /** The demo school and people, as a first `npm start` makes them. */
  seed?: boolean
  /** Another app whose data, database and clock this one shares: a second web process, or the same one started again. */
  beside?: App
}

export interface App {
  url: string
  dataDir: string
  /** The settings with which it runs. */
  env: Env
  mailbox: Mailbox
  /** Somebody with an empty cookie jar. */
  visitor(): Visitor
  /** Signs in through the page, with the second factor where it is asked. */
  signIn(email: string, password?: string): Promise<Visitor>
  setClock(iso: string): Promise<void>
  /** Runs `npm run admin -- …`, with the same settings. */
  admin(...args: string[]): Promise<{ status: number; output: string }>
  /** Reads what stands in the database, by SQL that both databases know. */
  rows(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Lines printed so far. */
  logs(): string[]
  /** As an operator stops it. Data stay, for another app `beside` it. Resolves to the exit status. */
  stop(): Promise<number>
  /** As a power cut stops it. */
  kill(): Promise<void>
  clock: TestClock | null
}

/** Starts the built product as `npm start` does, on a free port, with data of its own, and waits until it is ready. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const { beside, seed = true } = options
  const dialect = options.dialect ?? testDialect()
  const clock = options.now ? makeTestClock(temporaryFolder('clock'), options.now) : (beside?.clock ?? null)
  const clockEnv: Env = clock ? { CLOCK_FILE: clock.file } : {}
  const env: Env = beside
    ? { ...beside.env, ...clockEnv, ...options.env }
    : { ...(await makePlace(dialect, options, clockEnv)), ...clockEnv, ...options.env }
  return running(await startServer(env, seed ? [] : ['--no-seed']), env, clock)
}

const settings = (place: Place): Env => ({
  PORT: '0',
  LOG_LEVEL: 'info',
  DATA_DIR: place.dataDir,
  ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
})

/** A data folder and a database, with the demo in them unless the test wants none. */
async function makePlace(dialect: Dialect, options: AppOptions, clockEnv: Env): Promise<Env> {
  const databaseUrl = dialect === 'mariadb' ? (await freshDatabase(dialect)).url : null
  const place = { dataDir: temporaryFolder(), databaseUrl }
  // Data sealed under a secret of the test's own cannot be copied from data that know another.
  if (options.seed === false || options.env?.['APP_SECRET'] || options.env?.['DATABASE_URL'])
    return settings(place)
  const key = `${dialect}-${options.now ?? 'real-time'}`
  const firstStart = async (template: Place) => {
    const { process } = await startServer({ ...settings(template), ...clockEnv }, [])
    await process.stop()
  }
  await fillFromTemplate(place, { dialect, key, firstStart })
  return settings(place)
}

interface Server {
  process: Running
  url: string
}

async function startServer(env: Env, args: string[]): Promise<Server> {
  const process = await startCommand('start', args, env)
  const [, url = ''] = await untilPrinted(process, /OTrack.*?(https?:\/\/[^\s"',]+)/)
  const address = url.replace(/\/$/, '')
  for (let left = 300; left > 0; left -= 1) {
    const ready = await fetch(`${address}/readyz`).catch(() => null)
    if (ready?.ok) return { process, url: address }
    await sleep(50)
  }
  throw new Error(`The product did not get ready:\n${process.lines().slice(-40).join('\n')}`)
}

function running({ process, url }: Server, env: Env, clock: TestClock | null): App {
  const dataDir = env['DATA_DIR'] ?? ''
  const app: App = {
    url,
    dataDir,
    env,
    clock,
    mailbox: mailboxOf(dataDir),
    visitor: () => new Visitor(url),
    signIn: (email, password) => signInAs(app, email, password),
    async setClock(iso) {
      if (!clock) throw new Error('This app goes by the real time: start it with `now`.')
      await clock.set(iso)
    },
    // Links in messages that the command makes lead to this server.
    admin: (...args) => runCommand('admin', args, { ...env, BASE_URL: env['BASE_URL'] ?? url }),
    rows: (sql, params = []) => rowsOf(env['DATABASE_URL'] ?? `sqlite:${dataDir}/otrack.db`, sql, params),
    logs: process.lines,
    stop: process.stop,
    kill: process.kill,
  }
  return app
}
