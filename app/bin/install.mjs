import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runChild } from './child.mjs'
import { withLock } from './lock.mjs'

/** The folder of the clone, whatever it is called and wherever the command was given. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const lockfile = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.otrack-installed')

/** Installs exactly what the lockfile says when node_modules is missing or another lockfile's. Throws if npm fails. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock(join(root, 'var', 'install.lock'), async () => {
    if (isInstalled()) return
    if (!agreesWithLockfile()) await install()
    writeFileSync(stamp, fingerprint())
  })
}

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

/**
 * Whether somebody has run npm themselves: npm writes what it installed into a lockfile inside node_modules, as its last
 * step. Such a tree is taken as it is, since installing again would empty it under programs that run from it.
 */
function agreesWithLockfile() {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages
  const same = ([path, entry]) =>
    wanted[path]?.version === entry.version && wanted[path]?.integrity === entry.integrity
  const missing = ([path, entry]) => path !== '' && !entry.optional && !there[path]
  return Object.entries(there).every(same) && !Object.entries(wanted).some(missing)
}

async function install() {
  console.error('Installing what package-lock.json lists (about a minute, once) …')
  // Development packages are needed to build, also where NODE_ENV=production makes npm leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline']
  // npm's output goes to standard error, so that a command's own answer stands alone on standard output.
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const npm = process.env.npm_execpath
  const status = npm?.endsWith('.js')
    ? await runChild(process.execPath, [npm, ...args], options)
    : await runChild('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ci failed (exit status ${status}); its messages stand above.`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureInstalled()
