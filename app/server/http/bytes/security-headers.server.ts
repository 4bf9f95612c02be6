/** Stands on answers that bring no policy of their own: nothing runs, nothing is framed. Rendered pages bring theirs (entry.server). */
const DEFAULT_POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ALWAYS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  // `no-referrer` would make browsers send `Origin: null` with a form, and the origin check refuse it.
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]

/** The headers that every answer carries, as the flat list that node:http takes. `policy` is the answer's own, if it has one. */
export function securityHeaders(production: boolean, policy: string | null = null): string[] {
  const flat = ['Content-Security-Policy', policy ? unframed(policy) : DEFAULT_POLICY, ...ALWAYS.flat()]
  if (production) flat.push('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  return flat
}

/** Names (lower case) that `securityHeaders` answers for. */
export const securityHeaderNames: ReadonlySet<string> = new Set([
  'content-security-policy',
  'strict-transport-security',
  ...ALWAYS.map(([name]) => name.toLowerCase()),
])

function unframed(policy: string): string {
  return /(^|;)\s*frame-ancestors\s/.test(policy)
    ? policy
    : `${policy.replace(/;?\s*$/, '')}; frame-ancestors 'none'`
}
