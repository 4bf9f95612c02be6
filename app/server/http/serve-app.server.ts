import type { ServerBuild } from '@remix-run/server-runtime'
import type { Settings } from '../settings'
import { loadAssets } from './bytes/assets.server'
import { FORM_TIMEOUT_MS } from './body.server'
import { bodyLimits } from './body-limits.table'
import { makeKeptPages } from './bytes/kept-pages.server'
import { listen } from './listen.server'
import { builtPages, type RemixPages } from './remix-pages.server'
import { securityHeaders } from './bytes/security-headers.server'
import type { ServedServices, Serving } from './serving.server'

export interface ServeOptions<S extends ServedServices> {
  /** A Remix build, or pages made by `livingPages`. */
  build: ServerBuild | RemixPages<S>
  services: S
  settings: Settings
  /** Folder of the built client; without it no files are served. */
  clientFolder?: string
  pageVariant?: Serving['pageVariant']
  before?: NonNullable<Serving['before']>
}

export interface Served {
  /** Where it listens, as people type it. */
  url: string
  /** Throws away all kept pages, for when what they show has changed (a policy's new version). */
  forgetPages(): void
  /** Stops as on SIGTERM, without ending the process. Does not stop the services. */
  close(): Promise<void>
}

/** Starts the HTTP server of the product. */
export async function serveApp<S extends ServedServices>(options: ServeOptions<S>): Promise<Served> {
  const { build, services, settings, clientFolder } = options
  const { pages, words } = 'pages' in build ? build : builtPages<S>(build)
  const kept = makeKeptPages(settings.production)
  const serving: Serving<S> = {
    pages,
    words,
    services,
    baseUrl: settings.baseUrl,
    production: settings.production,
    trustProxy: settings.trustProxy,
    assets: clientFolder ? loadAssets(clientFolder, securityHeaders(settings.production)) : new Map(),
    // In development a page is made anew each time.
    pageVariant: options.before ? () => null : (options.pageVariant ?? ((cookies) => (cookies ? null : ''))),
    bodyLimits,
    formTimeoutMs: FORM_TIMEOUT_MS,
    ...(options.before && { before: options.before }),
  }
  const listening = await listen(serving, kept, settings)
  const shown = settings.host === '127.0.0.1' || settings.host === '0.0.0.0' ? 'localhost' : settings.host
  return {
    url: `http://${shown}:${listening.port}`,
    forgetPages: () => kept.forget(),
    close: () => listening.close(),
  }
}
