/** Longer than any address of the product with every filter set. */
const LONGEST_TARGET = 4096

export type Target = { ok: true; pathname: string; search: string } | { ok: false; status: 400 | 414 }

const wrong: Target = { ok: false, status: 400 }

/**
 * Reads a request's target (`/path?query`). The path must decode, hold no NUL and not begin with two slashes, which a redirect to
 * it would turn into another host. A query may hold a stray `%` (links in the wild do), but no NUL.
 */
export function readTarget(target: string): Target {
  if (target.length > LONGEST_TARGET) return { ok: false, status: 414 }
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '')
  if (!path.startsWith('/') || !URL.canParse(`http://otrack${path}`)) return wrong
  const { pathname, search } = new URL(`http://otrack${path}`)
  if (pathname.startsWith('//') || !decodes(pathname) || search.includes('%00')) return wrong
  return { ok: true, pathname, search }
}

function decodes(pathname: string): boolean {
  if (!pathname.includes('%')) return true
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}
