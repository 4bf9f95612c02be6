import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { runChild } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'
import { withLock } from './lock.mjs'

/** All that the built product is made from. */
const sources = [
  'app',
  'db',
  'emails',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]

/** Builds the product into build/ unless what stands there was made from the same sources. Throws if it does not build. */
export async function ensureBuilt() {
  await buildInto('build', { viteConfig: 'vite.config.ts' })
}

/**
 * Builds into a folder of the clone (`into`, relative): pages by Remix, then commands by esbuild, then compressed copies.
 * A Remix configuration that names that folder must come with any other folder than build/. `plugins` are esbuild's.
 */
export async function buildInto(into, { viteConfig, plugins = [], env = {} }) {
  const stamp = join(root, into, '.stamp')
  const isFresh = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isFresh(sourceHash())) return
  await withLock(join(root, 'var', `${basename(into)}.build.lock`), async () => {
    const hash = sourceHash()
    if (isFresh(hash)) return
    // Without the stamp, a build that dies half-way is never taken for a whole one.
    rmSync(stamp, { force: true })
    await buildPages(viteConfig, env)
    await buildCommands(into, plugins)
    await compress(join(root, into, 'client'))
    writeFileSync(stamp, hash)
  })
}

/** A hash over the names and contents of all sources. */
export function sourceHash() {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const full = join(root, path)
  const what = statSync(full, { throwIfNoEntry: false })
  if (!what) return
  if (what.isDirectory()) for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`)
  else hash.update(`${path}\0${what.size}\0`).update(readFileSync(full))
}

async function buildPages(viteConfig, env) {
  // Only the `vite:` commands know vite.config.ts: a bare `remix build` silently runs Remix's old compiler.
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const args = [remix, 'vite:build', '--config', viteConfig, '--logLevel', 'warn']
  const status = await runChild(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  })
  if (status !== 0)
    throw new Error(`remix vite:build failed (exit status ${status}); its messages stand above.`)
}

/** Bundles every command of app/bin but the one for developers, which runs from source. Runs after Remix, which empties the folder. */
async function buildCommands(into, plugins) {
  const { build } = await import('esbuild')
  const commands = readdirSync(join(root, 'app/bin')).filter(
    (name) => name.endsWith('.ts') && name !== 'dev.ts',
  )
  await build({
    absWorkingDir: root,
    entryPoints: commands.map((name) => `app/bin/${name}`),
    outdir: join(into, 'bin'),
    // Shared pieces stand beside the commands, so that `import.meta.url` leads to the same folder from both.
    splitting: true,
    chunkNames: 'shared-[hash]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    plugins,
  })
}

const compressible = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.svg',
  '.txt',
  '.xml',
  '.ico',
  '.map',
  '.webmanifest',
])

/** Writes `x.br` and `x.gz` beside every file of `folder` that gets smaller by it. */
async function compress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    const plain = readFileSync(file)
    const smaller = {
      br: await promisify(brotliCompress)(plain, brotliBest),
      gz: await promisify(gzip)(plain, { level: 9 }),
    }
    for (const [ending, bytes] of Object.entries(smaller))
      if (bytes.length < plain.length) writeFileSync(`${file}.${ending}`, bytes)
  }
}

const brotliBest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureInstalled()
    await ensureBuilt()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
