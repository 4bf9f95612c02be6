import { monotonic } from '../../clock.server'
import { isText } from './encoding.server'
import { finish, type Finished } from './finished.server'
import { securityHeaders } from './security-headers.server'

/** A loader's word to the server, never sent on: `public` keeps the page until restart, `public, max-age=60` for so many seconds. */
export const KEEP_HEADER = 'x-otrack-keep'
const MOST_PAGES = 500
/** Only the plain spelling of an address is kept, so that nobody fills the memory with other spellings of one page. */
const PLAIN = /^\/[a-z0-9./_-]*$/

/** Pages that are the same for everybody, finished and in memory: rendering one is some twenty times the work of sending it. */
export interface KeptPages {
  find(variant: string, pathname: string): Finished | null
  /** Keeps a page that asked for it; null when it must not be kept. */
  keep(variant: string, pathname: string, response: Response, body: Buffer): Finished | null
  forget(): void
}

export function makeKeptPages(production: boolean): KeptPages {
  const pages = new Map<string, { page: Finished; until: number }>()
  const keyOf = (variant: string, pathname: string) => `${variant} ${pathname}`
  return {
    find(variant, pathname) {
      const kept = pages.get(keyOf(variant, pathname))
      if (!kept) return null
      if (monotonic() < kept.until) return kept.page
      pages.delete(keyOf(variant, pathname))
      return null
    },
    keep(variant, pathname, response, body) {
      if (pages.size >= MOST_PAGES || !PLAIN.test(pathname)) return null
      const headers = keptHeaders(response)
      const security = securityHeaders(production, response.headers.get('content-security-policy'))
      const page = finish({
        body,
        headers: [...headers, ...security],
        text: isText(response.headers.get('content-type')),
      })
      pages.set(keyOf(variant, pathname), {
        page,
        until: monotonic() + lifetimeMs(response.headers.get(KEEP_HEADER) ?? ''),
      })
      return page
    },
    forget: () => pages.clear(),
  }
}

/** Whether an answer asks to be kept and may be: a page, whole, for everybody. */
export function asksToBeKept(response: Response): boolean {
  return (
    response.status === 200 &&
    response.headers.get(KEEP_HEADER)?.startsWith('public') === true &&
    !response.headers.has('set-cookie')
  )
}

function keptHeaders(response: Response): string[] {
  const type = response.headers.get('content-type') ?? 'text/html; charset=utf-8'
  const link = response.headers.get('link')
  // Browsers ask again each time and mostly get 304: a page changes with the next version of the product.
  return [
    'Content-Type',
    type,
    'Cache-Control',
    response.headers.get('cache-control') ?? 'public, no-cache',
    ...(link ? ['Link', link] : []),
  ]
}

function lifetimeMs(keep: string): number {
  const seconds = /max-age=(\d+)/.exec(keep)?.[1]
  return seconds ? Number(seconds) * 1000 : Infinity
}
