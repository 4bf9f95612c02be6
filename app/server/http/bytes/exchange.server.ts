import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request and its answer. */
export interface Exchange {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly requestId: string
  /** For the log: the address without anything personal. */
  route: string
}

/** What all exchanges of a server share. */
export interface House {
  readonly production: boolean
  /** True once the server is to stop: connections are then closed after their answer. */
  stopping: boolean
}

/** How long a client may go on sending what nobody reads, so that it gets to see the answer instead of a reset connection. */
const LINGER_MS = 3000
/** A client that sends nothing for so long waits for the answer. */
const QUIET_MS = 300

/** The headers that say what becomes of the connection. */
export function connectionHeaders(house: House, req: IncomingMessage): string[] {
  return house.stopping || !isRead(req) ? ['Connection', 'close'] : []
}

/** Whether all that the client sent with this request has been taken in. */
export function isRead(req: IncomingMessage): boolean {
  return (
    req.complete ||
    ((req.headers['content-length'] ?? '0') === '0' && req.headers['transfer-encoding'] === undefined)
  )
}

/**
 * Sends a whole answer. When the client is still sending, the answer goes out at once and the connection is closed after the client
 * has read it or has had its time: closing at once would reset the connection, and the answer would be lost on the way.
 */
export function sendWhole({ req, res }: Exchange, status: number, headers: string[], body: Buffer): void {
  // The client went away meanwhile.
  if (res.destroyed) return
  res.writeHead(status, headers)
  if (isRead(req)) {
    res.end(body)
    return
  }
  res.write(body)
  lingerThenEnd(req, res)
}

/** Ends the answer once the client has stopped sending, at the latest after LINGER_MS. */
export function lingerThenEnd(req: IncomingMessage, res: ServerResponse): void {
  const end = () => {
    clearTimeout(latest)
    clearTimeout(quiet)
    if (!res.writableEnded) res.end()
  }
  const latest = setTimeout(end, LINGER_MS)
  const quiet = setTimeout(end, QUIET_MS)
  req.once('end', end).once('close', end).once('error', end)
  // Whoever had begun to read it and stopped must not hold it back. Taking listeners off stops the flow a tick later, so it begins after that.
  req.removeAllListeners('data').removeAllListeners('readable')
  setImmediate(() => req.on('data', () => quiet.refresh()).resume())
}
