import { createHash } from 'node:crypto'
import { bestEncoding, compressWell, WORTH_COMPRESSING_BYTES, type Encoding } from './encoding.server'
import { connectionHeaders, sendWhole, type Exchange, type House } from './exchange.server'

/** Bytes with all their headers ready, in every encoding that makes them smaller: what is left to do is to write them out. */
export interface Finished {
  readonly etag: string
  readonly size: number
  /** Sends it, or 304 when the client has these very bytes. */
  send(house: House, exchange: Exchange): void
}

export interface Making {
  body: Buffer
  /** Flat list, complete but for length, encoding and ETag. */
  headers: readonly string[]
  /** Whether it is text, so that compressing it is worth trying. */
  text: boolean
  /** Compressed bytes that are there already. */
  ready?: Partial<Record<'br' | 'gzip', Buffer>>
}

interface Form {
  headers: string[]
  body: Buffer
}

/** Prepares the bytes. Where the compressed ones are not there yet they are made in the background and used from then on. */
export function finish({ body, headers, text, ready = {} }: Making): Finished {
  // Weak, because one mark stands for all encodings of the same bytes.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const compresses = text && body.length >= WORTH_COMPRESSING_BYTES
  const common = [...headers, 'ETag', etag, ...(compresses ? ['Vary', 'Accept-Encoding'] : [])]
  const form = (bytes: Buffer, encoding?: string): Form => ({
    headers: [
      ...common,
      'Content-Length',
      String(bytes.length),
      ...(encoding ? ['Content-Encoding', encoding] : []),
    ],
    body: bytes,
  })
  const forms: Partial<Record<Encoding, Form>> & { identity: Form } = { identity: form(body) }
  if (compresses) {
    for (const encoding of ['br', 'gzip'] as const) {
      const there = ready[encoding]
      if (there) forms[encoding] = form(there, encoding)
      else
        void compressWell(body, encoding).then(
          (bytes) => bytes.length < body.length && (forms[encoding] = form(bytes, encoding)),
        )
    }
  }

  return {
    etag,
    size: body.length,
    send(house, exchange) {
      const { req, requestId } = exchange
      const last = ['X-Request-Id', requestId, ...connectionHeaders(house, req)]
      if (isKnown(req.headers['if-none-match'], etag)) {
        sendWhole(exchange, 304, common.concat(last), Buffer.alloc(0))
        return
      }
      const chosen =
        (compresses && forms[bestEncoding(req.headers['accept-encoding'] as string | undefined)]) ||
        forms.identity
      sendWhole(exchange, 200, chosen.headers.concat(last), chosen.body)
    },
  }
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const opaque = etag.slice(2)
  return ifNoneMatch.split(',').some((entry) => ['*', opaque].includes(entry.trim().replace(/^W\//, '')))
}
