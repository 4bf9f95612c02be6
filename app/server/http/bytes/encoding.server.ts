import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Smaller bodies get no smaller on the wire. */
export const WORTH_COMPRESSING_BYTES = 1024
/** A page made for one person: quick rather than small. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const SMALL = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
const REMEMBERED = 200

const brotliOnce = promisify(brotliCompress)
const gzipOnce = promisify(gzip)
const TEXT = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|javascript|manifest))/i

export function isText(contentType: string | null): boolean {
  return contentType !== null && TEXT.test(contentType)
}

const known = new Map<string, Encoding>()

/** The best encoding that an `Accept-Encoding` header takes. The few spellings that browsers have are remembered. */
export function bestEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const before = known.get(accept)
  if (before) return before
  const best = choose(accept)
  if (known.size < REMEMBERED) known.set(accept, best)
  return best
}

function choose(accept: string): Encoding {
  const taken = new Set(
    accept
      .toLowerCase()
      .split(',')
      .map((entry) => entry.trim().split(/\s*;\s*q=/))
      .filter(([, q]) => q === undefined || Number(q) > 0)
      .map(([name]) => name),
  )
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : 'identity'
}

/** The body compressed quickly, for an answer made for one request. */
export async function compressQuickly(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return await brotliOnce(body, QUICK)
  return encoding === 'gzip' ? await gzipOnce(body) : body
}

/** The body as small as it gets, for bytes that are sent many times. */
export async function compressWell(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  return encoding === 'br' ? await brotliOnce(body, SMALL) : await gzipOnce(body, { level: 9 })
}

/** For long bodies that are made as they go. */
export function compressor(encoding: 'br' | 'gzip') {
  return encoding === 'br' ? createBrotliCompress(QUICK) : createGzip()
}
