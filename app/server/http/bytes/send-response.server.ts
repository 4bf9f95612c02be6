import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { bestEncoding, compressor, compressQuickly, isText, WORTH_COMPRESSING_BYTES } from './encoding.server'
import {
  connectionHeaders,
  isRead,
  lingerThenEnd,
  sendWhole,
  type Exchange,
  type House,
} from './exchange.server'
import { KEEP_HEADER } from './kept-pages.server'
import { securityHeaderNames, securityHeaders } from './security-headers.server'

/** Bodies up to this size are compressed and sent in one piece. */
const ONE_PIECE_BYTES = 128 * 1024
/** Set by the server itself, or of the connection and not of the answer. */
const OWN = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'x-powered-by',
  'x-request-id',
  'date',
  'content-length',
  KEEP_HEADER,
])

/** Writes a Fetch response out: compressed where that helps, no faster than the client reads, with the headers that every answer carries. */
export async function sendResponse(house: House, exchange: Exchange, response: Response): Promise<void> {
  const { req, res } = exchange
  const headers = headersOf(house, exchange, response)
  const bodiless = req.method === 'HEAD' || [204, 304].includes(response.status)
  if (!response.body || bodiless) {
    await response.body?.cancel()
    const length = response.body || bodiless ? [] : ['Content-Length', '0']
    sendWhole(exchange, response.status, [...headers, ...length], Buffer.alloc(0))
    return
  }
  const text = isText(response.headers.get('content-type')) && !response.headers.has('content-encoding')
  const encoding = text ? bestEncoding(req.headers['accept-encoding'] as string | undefined) : 'identity'
  const vary = text ? ['Vary', 'Accept-Encoding'] : []
  const body = Readable.fromWeb(response.body as NodeReadableStream)
  const { start, whole } = await readStart(body)
  const coded = encoding !== 'identity' && start.length >= WORTH_COMPRESSING_BYTES ? encoding : null
  const all = [...headers, ...vary, ...(coded ? ['Content-Encoding', coded] : [])]
  if (whole) {
    const bytes = coded ? await compressQuickly(start, coded) : start
    sendWhole(exchange, response.status, [...all, 'Content-Length', String(bytes.length)], bytes)
    return
  }
  if (res.destroyed) return void body.destroy()
  res.writeHead(response.status, all)
  const parts = join(start, body)
  const end = isRead(req)
  if (coded) await pipeline(parts, compressor(coded), res, { end })
  else await pipeline(parts, res, { end })
  if (!end) lingerThenEnd(req, res)
}

function headersOf(house: House, { req, requestId }: Exchange, response: Response): string[] {
  const flat: string[] = []
  for (const [name, value] of response.headers) {
    if (!OWN.has(name) && !securityHeaderNames.has(name)) flat.push(name, value)
  }
  // A page made for one request is nobody else's, also not when its reader goes back after signing out.
  if (!response.headers.has('cache-control')) flat.push('Cache-Control', 'private, no-store')
  const policy = response.headers.get('content-security-policy')
  return [
    ...flat,
    ...securityHeaders(house.production, policy),
    'X-Request-Id',
    requestId,
    ...connectionHeaders(house, req),
  ]
}

/** Reads until the end or until one piece is full. */
async function readStart(body: Readable): Promise<{ start: Buffer; whole: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > ONE_PIECE_BYTES) return { start: Buffer.concat(chunks), whole: false }
  }
  return { start: Buffer.concat(chunks), whole: true }
}

async function* join(start: Buffer, rest: Readable): AsyncGenerator<Uint8Array> {
  yield start
  yield* rest as AsyncIterable<Uint8Array>
}
