import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.server'
import type { Log } from '../log.server'
import type { BodyLimit } from './body-limits.table'
import type { Finished } from './bytes/finished.server'

/** What the server itself needs of the product's services. */
export interface ServedServices {
  clock: Clock
  log: Log
  /** Whether every migration that this version knows has run; throws when the database does not answer. */
  ready(): Promise<boolean>
}

/** What the pages get beside the request. */
export interface PageContext<Services> {
  services: Services
  /** UUID; stands in the log and on error pages. */
  requestId: string
  /** The client's, as far as TRUST_PROXY lets it be believed. */
  address: string
  /** For the Content-Security-Policy of this one answer. */
  nonce: string
}

export type Pages<Services> = (request: Request, context: PageContext<Services>) => Promise<Response>

/** Everything that answering takes, made once. */
export interface Serving<Services extends ServedServices = ServedServices> {
  pages: Pages<Services>
  services: Services
  /** Words of the routes, which may stand in the log. */
  words: () => ReadonlySet<string>
  baseUrl: string
  production: boolean
  trustProxy: number
  assets: ReadonlyMap<string, Finished>
  /**
   * Which of the kept versions of a page a visitor with these cookies sees; null: none, render one for them. Without it, visitors
   * without cookies share one version and all others are rendered for.
   */
  pageVariant: (cookies: string | undefined) => string | null
  bodyLimits: readonly BodyLimit[]
  formTimeoutMs: number
  /** Asked first, and hands on what is not its own: Vite's development server. */
  before?: (req: IncomingMessage, res: ServerResponse, handOn: () => void) => void
}
