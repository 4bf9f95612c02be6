import { randomBytes } from 'node:crypto'
import { clientAddress } from './client-address.server'
import { connectionHeaders, sendWhole, type Exchange, type House } from './bytes/exchange.server'
import { fetchRequest } from './fetch-request.server'
import { alive, ready, type Health } from './health.server'
import { asksToBeKept, type KeptPages } from './bytes/kept-pages.server'
import { makeOriginCheck } from './origin-check.server'
import { OWN_PAGE_POLICY, ownPage, type OwnStatus } from './bytes/own-pages.server'
import { takePost } from './post.server'
import { routePattern } from './route-pattern.server'
import { securityHeaders } from './bytes/security-headers.server'
import { sendResponse } from './bytes/send-response.server'
import type { ServedServices, Serving } from './serving.server'
import { readTarget } from './target.server'

const NOTHING = Buffer.alloc(0)

/**
 * Makes what answers one request: a kept page, a health check, a file, a refusal, or whatever the pages make of it. What it throws
 * is a fault, and nothing but a fault.
 */
export function makeAnswer<S extends ServedServices>(house: House, serving: Serving<S>, kept: KeptPages) {
  const isOwnOrigin = makeOriginCheck(serving.baseUrl, serving.production)
  const judge = { ...serving, isOwnOrigin }
  const refuse = (exchange: Exchange, status: OwnStatus) => sendOwnPage(house, exchange, status)

  return async function answer(exchange: Exchange): Promise<void> {
    const { req } = exchange
    const method = req.method ?? ''
    const reads = method === 'GET' || method === 'HEAD'
    const variant = reads ? serving.pageVariant(req.headers.cookie) : null
    const page = variant === null ? null : kept.find(variant, req.url ?? '')
    if (page) {
      // Only plain addresses of pages are kept: this one may stand in the log.
      exchange.route = req.url ?? ''
      return page.send(house, exchange)
    }
    const target = readTarget(req.url ?? '')
    if (!target.ok) return refuse(exchange, target.status)
    if (req.headers.host === undefined && req.httpVersion !== '1.0') return refuse(exchange, 400)
    const { pathname, search } = target
    exchange.route = routePattern(pathname, serving.words())
    if (!reads && method !== 'POST') return refuse(exchange, 405)
    if (reads) {
      if (pathname === '/healthz')
        return sendHealth(house, exchange, alive(serving.services.clock, serving.production))
      if (pathname === '/readyz')
        return sendHealth(house, exchange, await ready(() => serving.services.ready(), house.stopping))
      const asset = serving.assets.get(pathname)
      if (asset) return asset.send(house, exchange)
    }
    const posted = reads ? null : await takePost(req, pathname, judge)
    if (posted && !posted.ok) return posted.status === 'gone' ? undefined : refuse(exchange, posted.status)

    const request = fetchRequest(req, exchange.res, serving.baseUrl + pathname + search, posted?.body ?? null)
    const response = await respond(serving, exchange, request).catch((thrown: unknown) => {
      if (posted?.tooLarge()) return null
      throw thrown
    })
    if (!response || posted?.tooLarge()) return refuse(exchange, 413)
    if (isBareFault(response)) return refuse(exchange, 500)
    if (method === 'GET' && variant !== null && search === '' && asksToBeKept(response)) {
      const body = Buffer.from(await response.clone().arrayBuffer())
      const finished = kept.keep(variant, pathname, response, body)
      if (finished) return finished.send(house, exchange)
    }
    await sendResponse(house, exchange, response)
  }
}

/** Remix's own last word, without a page: when not even the error page could be rendered, or an address without pages failed. */
function isBareFault({ status, headers }: Response): boolean {
  return status === 500 && !/^(text\/html|application\/json)/.test(headers.get('content-type') ?? '')
}

function respond<S extends ServedServices>(
  serving: Serving<S>,
  { req, requestId }: Exchange,
  request: Request,
): Promise<Response> {
  const forwarded = req.headers['x-forwarded-for']
  return serving.pages(request, {
    services: serving.services,
    requestId,
    address: clientAddress(
      req.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
      serving.trustProxy,
    ),
    nonce: randomBytes(16).toString('base64'),
  })
}

function sendHealth(house: House, exchange: Exchange, { status, body }: Health): void {
  send(house, exchange, status, 'application/json', JSON.stringify(body))
}

/** Sends one of the server's own pages; it names the request, so that somebody can be asked about it. */
export function sendOwnPage(house: House, exchange: Exchange, status: OwnStatus): void {
  send(
    house,
    exchange,
    status,
    'text/html; charset=utf-8',
    ownPage(status, exchange.requestId),
    OWN_PAGE_POLICY,
  )
}

function send(
  house: House,
  exchange: Exchange,
  status: number,
  type: string,
  text: string,
  policy: string | null = null,
): void {
  const body = Buffer.from(text)
  const headers = ['Content-Type', type, 'Content-Length', String(body.length), 'Cache-Control', 'no-store']
  if (status === 405) headers.push('Allow', 'GET, HEAD, POST')
  headers.push(...securityHeaders(house.production, policy), 'X-Request-Id', exchange.requestId)
  sendWhole(
    exchange,
    status,
    [...headers, ...connectionHeaders(house, exchange.req)],
    exchange.req.method === 'HEAD' ? NOTHING : body,
  )
}
