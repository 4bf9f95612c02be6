import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createConnection } from 'mysql2/promise'
import { endWithUs, temporaryFolder } from './guard'

const places = [
  ...(process.env.PATH ?? '').split(':'),
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
]

const find = (...names: string[]): string | undefined =>
  names.flatMap((name) => places.map((place) => join(place, name))).find((path) => existsSync(path))

/** Why there can be no MySQL tests on this machine, in words for people; null if there can. */
export function whyNoMariadb(): string | null {
  if (process.env.TEST_MYSQL_URL) return null
  if (!find('mariadbd')) return 'MariaDB is not installed (mariadbd not found; TEST_MYSQL_URL unset)'
  if (!find('mariadb-install-db'))
    return 'MariaDB is not whole (mariadb-install-db not found; TEST_MYSQL_URL unset)'
  return null
}

export interface MysqlServer {
  /** `mysql://user:password@host:port`, without a database. */
  url: string
  stop(): Promise<void>
}

/** The server of TEST_MYSQL_URL, else a MariaDB of our own: own data folder, free loopback port, ended with us. */
export async function startMysql(): Promise<MysqlServer> {
  const given = process.env.TEST_MYSQL_URL
  if (given) return { url: given.replace(/\/$/, ''), stop: () => Promise.resolve() }
  const why = whyNoMariadb()
  if (why) throw new Error(why)
  const folder = temporaryFolder('mariadb')
  // mariadbd refuses to run as root unless it is told so by name.
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  const data = join(folder, 'data')
  mkdirSync(data)
  await promisify(execFile)(find('mariadb-install-db') ?? '', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ])
  const port = await freePort()
  const server = spawn(find('mariadbd') ?? '', [...settings(folder, port), ...asRoot], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  endWithUs(server)
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  const url = `mysql://root@127.0.0.1:${port}`
  await untilReady(url, server, () => said)
  return { url, stop: () => end(server) }
}

/** Small, and careless of power cuts: what it holds is thrown away. */
const settings = (folder: string, port: number): string[] => [
  '--no-defaults',
  `--datadir=${join(folder, 'data')}`,
  `--socket=${join(folder, 's')}`,
  `--pid-file=${join(folder, 'pid')}`,
  `--port=${port}`,
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--skip-log-bin',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--innodb-buffer-pool-size=64M',
  '--innodb-log-file-size=32M',
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-flush-method=fsync',
  '--innodb-doublewrite=0',
  '--performance-schema=OFF',
  '--max-connections=300',
]

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const giveUpAt = Date.now() + 60_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`mariadbd ended by itself:\n${said()}`)
    try {
      await (await createConnection(url)).end()
      return
    } catch (error) {
      if (Date.now() > giveUpAt) throw new Error(`mariadbd did not get ready:\n${said()}`, { cause: error })
      await sleep(100)
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
