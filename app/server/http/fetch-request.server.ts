import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * What the pages must not see: the connection's own headers; what a client claims about proxies (its address comes with the context);
 * and `Origin`, judged here already: Remix would judge it again, by `Host`, and answer 500.
 */
const KEPT_BACK = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'proxy-authorization',
  'origin',
  'host',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
])

/** The request as Remix takes it. Its origin is the product's own, whatever `Host` says. Aborted when the client goes away. */
export function fetchRequest(
  req: IncomingMessage,
  res: ServerResponse,
  url: string,
  body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array> | null,
): Request {
  const headers = new Headers({ host: new URL(url).host })
  for (const [name, value] of Object.entries(req.headers)) {
    if (KEPT_BACK.has(name) || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
  }
  // A POST without anything in it is an empty form.
  if (body !== null && !headers.has('content-type'))
    headers.set('content-type', 'application/x-www-form-urlencoded')
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return new Request(url, {
    method: req.method ?? 'GET',
    headers,
    signal: gone.signal,
    body,
    duplex: 'half',
  })
}
