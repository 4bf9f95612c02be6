import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { monotonic } from '../clock.server'
import type { Log } from '../log.server'
import { makeAnswer, sendOwnPage } from './answer.server'
import { answerClientError } from './client-error.server'
import type { Exchange, House } from './bytes/exchange.server'
import type { KeptPages } from './bytes/kept-pages.server'
import type { ServedServices, Serving } from './serving.server'
import { closeGracefully } from './shutdown.server'

/** Milliseconds; the first three are Node's own guards against clients that send slowly or never. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 65_000,
}
/** A connection on which nothing moves in either direction, also one whose client does not read its answer. */
const STILL_MS = 120_000
/** Long addresses shall be read and answered 414, so headers may be twice Node's default. A missing Host is answered by us, with our headers. */
const OPTIONS = { maxHeaderSize: 32 * 1024, requireHostHeader: false }

export type ServerTimes = Partial<typeof TIMES>

export interface Listening {
  port: number
  /** Answers what is running, closes what is idle; resolves when nothing is left, at the latest after `withinMs`. */
  close(withinMs?: number): Promise<void>
}

/** Listens with node:http and answers by `serving`. */
export async function listen<S extends ServedServices>(
  serving: Serving<S>,
  kept: KeptPages,
  at: { port: number; host: string; times?: ServerTimes },
): Promise<Listening> {
  const { production, services } = serving
  const house: House = { production, stopping: false }
  const answer = makeAnswer(house, serving, kept)
  const last = new WeakMap<Duplex, ServerResponse>()
  const onRequest = (req: IncomingMessage, res: ServerResponse) => {
    last.set(req.socket, res)
    const exchange = begin(req, res, services.log)
    const go = () =>
      void answer(exchange).catch((thrown: unknown) => fail(house, exchange, thrown, services.log))
    if (serving.before) serving.before(req, res, go)
    else go()
  }
  const server = createServer({ ...OPTIONS, ...TIMES, ...at.times }, onRequest)
  server.timeout = STILL_MS
  // Node would answer 417 by itself, without our headers.
  server.on('checkExpectation', onRequest)
  server.on('clientError', (error, socket) => {
    const answering = last.get(socket)
    if (answering?.headersSent && !answering.writableEnded) socket.destroy()
    else answerClientError(error, socket, production)
  })
  await started(server, at.port, at.host)
  const address = server.address()
  return {
    port: address && typeof address === 'object' ? address.port : at.port,
    close: (withinMs) => {
      house.stopping = true
      return closeGracefully(server, withinMs)
    },
  }
}

function begin(req: IncomingMessage, res: ServerResponse, log: Log): Exchange {
  const exchange: Exchange = { req, res, requestId: randomUUID(), route: ':unread' }
  const startedAt = monotonic()
  const sentBefore = req.socket.bytesWritten
  // A client that goes away is no fault; without a listener it would end the process.
  req.on('error', () => undefined)
  res.on('error', () => undefined)
  res.on('close', () => {
    const { requestId, route } = exchange
    const status = res.headersSent ? res.statusCode : 499
    const bytes = req.socket.bytesWritten - sentBefore
    log.request({ requestId, method: req.method ?? '', route, status, ms: monotonic() - startedAt, bytes })
  })
  return exchange
}

function fail(house: House, exchange: Exchange, thrown: unknown, log: Log): void {
  const { res, requestId, route } = exchange
  if (res.destroyed || res.writableEnded) return
  log.fault(thrown, { requestId, route })
  // Half an answer cannot be taken back: the broken connection tells the client that it is not whole.
  if (res.headersSent) res.destroy()
  else sendOwnPage(house, exchange, 500)
}

function started(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
