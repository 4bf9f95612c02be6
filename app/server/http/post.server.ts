import type { IncomingMessage } from 'node:http'
import { readBody, streamBody } from './body.server'
import { FORM_BYTES, type BodyLimit } from './body-limits.table'
import { takesForeignPosts } from './origin-check.server'

export type Posted =
  | { ok: true; body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array>; tooLarge(): boolean }
  | { ok: false; status: 403 | 408 | 413 | 415 | 'gone' }

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data\s*;\s*boundary=.+)\s*(;|$)/i

interface Judge {
  isOwnOrigin(origin: string | undefined): boolean
  bodyLimits: readonly BodyLimit[]
  formTimeoutMs: number
}

/** Judges a POST before any page sees it, and takes its body in: forms whole, uploads as they come. */
export async function takePost(req: IncomingMessage, pathname: string, judge: Judge): Promise<Posted> {
  const foreign = takesForeignPosts(pathname)
  if (!foreign && !judge.isOwnOrigin(req.headers.origin)) return { ok: false, status: 403 }
  if (req.headers['content-encoding'] || (!pathname.startsWith('/webhooks/') && !isForm(req)))
    return { ok: false, status: 415 }
  const limit = judge.bodyLimits.find(({ path }) => path.test(pathname)) ?? { bytes: FORM_BYTES }
  if (Number(req.headers['content-length'] ?? 0) > limit.bytes) return { ok: false, status: 413 }
  if ('streamed' in limit && limit.streamed) {
    const { stream, tooLarge } = streamBody(req, limit.bytes)
    return { ok: true, body: stream, tooLarge }
  }
  const read = await readBody(req, limit.bytes, judge.formTimeoutMs)
  return read.ok ? { ok: true, body: read.body, tooLarge: () => false } : read
}

/** Without a type it is taken for an empty form: there is nothing in it that could be misread. */
function isForm({ headers }: IncomingMessage): boolean {
  const type = headers['content-type']
  if (type !== undefined) return FORM_TYPES.test(type)
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}
