import type { HeadersFunction } from '@remix-run/node'
import type { AppContext } from '../../server/context'

/** "15 minutes": how long to wait, for people. */
const minutes = (seconds: number) => (seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`)

/** The page again, status 429: what was typed stays, and the error says when to try again. */
export function tooMany(
  field: string,
  what: string,
  values: Record<string, unknown>,
  retryAfterSeconds: number,
): Response {
  const errors = { [field]: `There were too many ${what}. Try again in ${minutes(retryAfterSeconds)}.` }
  return Response.json(
    { values, errors },
    { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}

/** Counts a post of a public form; the seconds to wait when there were too many from this address, else null. */
export async function publicPost({ services, address }: AppContext): Promise<number | null> {
  const taken = await services.limits.take('public-form.address', address)
  return taken.ok ? null : taken.retryAfterSeconds
}

/** A route exports it as `headers` where it may answer 429: a page takes over nothing from its action by itself. */
export const retryAfter: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get('Retry-After')
  return seconds ? { 'Retry-After': seconds } : {}
}
