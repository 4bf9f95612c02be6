import { z } from 'zod'

/** What a setting's text is worth: its value, or what is wrong with it. The words never repeat the text: it may be a secret. */
export type Reading<T> = { value: T } | { wrong: string; weak?: boolean }

const SECRET_BYTES = 32
/** Fewer different bytes than this are a repeated pattern such as `aaaa…`, not a secret. */
const SECRET_VARIETY = 8

const by =
  <T>(schema: z.ZodType<T>, wrong: string) =>
  (text: string): Reading<T> => {
    const read = schema.safeParse(text)
    return read.success ? { value: read.data } : { wrong }
  }

const number = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to))
const address = z.email().max(254)

export const text = by(z.string(), 'must be text')
export const mode = by(
  z.enum(['development', 'test', 'production']),
  'must be development, test or production',
)
export const port = by(number(0, 65_535), 'must be a number from 0 to 65535 (0 takes any free port)')
export const proxies = by(number(0, 10), 'must be the number of proxies in front, from 0 to 10')
export const logLevel = by(
  z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  'must be fatal, error, warn, info, debug, trace or silent',
)
// A machine's own name (`dpo@otrack.localhost`) is an address too; zod takes it.
export const mailAddress = by(address, 'must be an email address')
export const mailFrom = by(
  z
    .string()
    .refine(
      (from) => !/[\r\n]/.test(from) && address.safeParse(/<([^<>]+)>$/.exec(from)?.[1] ?? from).success,
    ),
  'must be an email address or Name <address>',
)

/** `http://host[:port]`, answered without a slash at the end. */
export const origin = by(
  z
    .string()
    .refine((text) => {
      const url = parsed(text)
      return (
        url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname === '/' &&
        !url.search &&
        !url.hash &&
        !url.username
      )
    })
    .transform((text) => new URL(text).origin),
  'must be an address such as https://www.example.org, without a path',
)

export const smtpUrl = by(
  z.string().refine((text) => /^smtps?:\/\//.test(text) && Boolean(parsed(text)?.hostname)),
  'must begin with smtp:// or smtps:// and name a server',
)

export const databaseUrl = by(
  z
    .string()
    .refine(
      (text) =>
        /^sqlite:./.test(text) ||
        (text.startsWith('mysql://') && /^\/[^/]+$/.test(parsed(text)?.pathname ?? '')),
    ),
  'must be sqlite:PATH or mysql://user:password@host:port/database',
)

/** A comma-separated list: the first signs and seals, all verify and open. */
export function listOfSecrets(text: string): Reading<string[]> {
  const secrets = text.split(',').map((secret) => secret.trim())
  const weak = secrets.findIndex((secret) => isWeak(secret))
  if (weak < 0) return { value: secrets }
  const which = secrets.length > 1 ? `number ${weak + 1} of the list` : 'it'
  return { wrong: `${which} is too weak: ${SECRET_BYTES} random bytes or more are needed`, weak: true }
}

function isWeak(secret: string): boolean {
  const bytes = Buffer.from(secret)
  return bytes.length < SECRET_BYTES || new Set(bytes).size < SECRET_VARIETY
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
