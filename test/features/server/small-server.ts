import { connect } from 'node:net'
import { loadAssets } from '../../../app/server/http/bytes/assets.server'
import { makeKeptPages } from '../../../app/server/http/bytes/kept-pages.server'
import { securityHeaders } from '../../../app/server/http/bytes/security-headers.server'
import { listen, type ServerTimes } from '../../../app/server/http/listen.server'
import { routeWords } from '../../../app/server/http/route-pattern.server'
import type { Pages, ServedServices, Serving } from '../../../app/server/http/serving.server'
import { makeLog } from '../../../app/server/log.server'

export interface SmallServer {
  port: number
  /** Lines of its log so far. */
  lines: string[]
  close(withinMs?: number): Promise<void>
  get(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: BodyInit | null, headers?: Record<string, string>): Promise<Response>
  /** Sends bytes as they are and answers all that comes back until the connection ends. */
  raw(...parts: (string | number)[]): Promise<string>
}

export const ORIGIN = 'https://www.otrack.example'

/** The product's HTTP server with pages of the test's own, on a free port. */
export async function smallServer(
  pages: Pages<ServedServices>,
  options: Partial<Serving> & {
    clientFolder?: string
    times?: ServerTimes
    isReady?: () => Promise<boolean>
  } = {},
): Promise<SmallServer> {
  const lines: string[] = []
  const production = options.production ?? true
  const words = routeWords([
    '',
    'about',
    'echo',
    'portal/pupils/:id',
    'unsubscribe/:token',
    'webhooks/stripe',
    'upload',
  ])
  const { port, close } = await listen(
    {
      pages,
      words: () => words,
      services: {
        clock: { now: () => Date.UTC(2026, 10, 25), machine: () => Date.now() },
        log: makeLog('info', { write: (line: string) => void lines.push(line) }),
        ready: options.isReady ?? (() => Promise.resolve(true)),
      },
      baseUrl: ORIGIN,
      production,
      trustProxy: 0,
      assets: options.clientFolder
        ? loadAssets(options.clientFolder, securityHeaders(production))
        : new Map(),
      pageVariant: (cookies) => (cookies ? null : ''),
      bodyLimits: [{ path: /^\/upload$/, bytes: 1_000_000, streamed: true }],
      formTimeoutMs: 500,
      ...options,
    },
    makeKeptPages(production),
    { port: 0, host: '127.0.0.1', times: options.times ?? {} },
  )
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
  return {
    port,
    lines,
    close,
    get,
    post: (path, body, headers = {}) =>
      get(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers }, duplex: 'half' }),
    raw: (...parts) => raw(port, parts),
  }
}

/** Numbers are pauses in milliseconds. */
function raw(port: number, parts: (string | number)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => (received += chunk.toString('latin1')))
    socket.on('close', () => resolve(received)).on('error', () => undefined)
    void (async () => {
      for (const part of parts) {
        if (typeof part === 'number') await new Promise((wake) => setTimeout(wake, part))
        else if (socket.writable) socket.write(part, 'latin1')
      }
    })()
  })
}

export const html = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } })
