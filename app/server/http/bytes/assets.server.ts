import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { isText } from './encoding.server'
import { finish, type Finished } from './finished.server'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}
/** Names under it hold a hash of their contents: they never change. */
const HASHED = '/assets/'
const FOREVER = 'public, max-age=31536000, immutable'
const AN_HOUR = 'public, max-age=3600'

/**
 * Every file of the built client, by its address, held in memory (some hundred kB). An address is looked up as it is and never made
 * into a path, so none can lead out of the folder. Compressed copies (`x.css.br`, `x.css.gz`) that the build made are used.
 */
export function loadAssets(
  folder: string,
  securityHeaders: readonly string[],
): ReadonlyMap<string, Finished> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const names = new Set(files)
  const isCopy = (file: string) => /\.(br|gz)$/.test(file) && names.has(file.replace(/\.(br|gz)$/, ''))
  return new Map(
    files
      .filter((file) => !isCopy(file))
      .map((file) => [addressOf(folder, file), assetOf(folder, file, names, securityHeaders)]),
  )
}

function assetOf(
  folder: string,
  file: string,
  names: ReadonlySet<string>,
  securityHeaders: readonly string[],
): Finished {
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const caching = addressOf(folder, file).startsWith(HASHED) ? FOREVER : AN_HOUR
  const copy = (ending: string) => (names.has(file + ending) ? readFileSync(file + ending) : undefined)
  const [br, gzip] = [copy('.br'), copy('.gz')]
  return finish({
    body: readFileSync(file),
    headers: ['Content-Type', type, 'Cache-Control', caching, ...securityHeaders],
    text: isText(type),
    ready: { ...(br && { br }), ...(gzip && { gzip }) },
  })
}

function addressOf(folder: string, file: string): string {
  return `/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`
}
