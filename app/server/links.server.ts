import type { Keys } from './crypto.server'

/** What a public link may be for, and the address it opens. A token of one purpose opens no other. */
const addresses = {
  'opt-out': (token) => `/unsubscribe/${token}`,
  preferences: (token) => `/preferences/${token}`,
  'confirm-newsletter': (token) => `/confirm/${token}`,
  'verify-email': (token) => `/verify-email/${token}`,
  'reset-password': (token) => `/reset-password/${token}`,
  invitation: (token) => `/invitations/${token}`,
  'demo-booking': (token) => `/demo/bookings/${token}`,
  'rights-status': (token, subject) => `/rights/${subject}?token=${token}`,
} satisfies Record<string, (token: string, subject: string) => string>

export type LinkPurpose = keyof typeof addresses

export interface Link {
  purpose: LinkPurpose
  /** An id or a short reference; never an address or a name. */
  subject: string
  /** Counted up by the subject's owner to make the links sent before it worthless. */
  version: number
  /** UTC milliseconds; a link without it stays good (an opt-out must). */
  expiresAt?: number
}

export type LinkRead =
  { ok: true; subject: string; version: number } | { ok: false; why: 'damaged' | 'expired' }

export interface Links {
  /** The URL-safe token alone. It is sealed, so that it tells nothing about whom it is for. */
  sign(link: Link): string
  /** The whole address that opens it. */
  url(link: Link): string
  read(purpose: LinkPurpose, token: string, now: number): LinkRead
}

/** The one scheme for links that open something without a sign-in. `baseUrl` has no slash at its end. */
export function makeLinks(keys: Keys, baseUrl: string): Links {
  const sign = ({ purpose, subject, version, expiresAt }: Link) =>
    keys.seal(
      `link ${purpose}`,
      JSON.stringify(expiresAt === undefined ? [subject, version] : [subject, version, expiresAt]),
    )
  return {
    sign,
    url: (link) => baseUrl + addresses[link.purpose](sign(link), link.subject),
    read: (purpose, token, now) => {
      const opened = keys.open(`link ${purpose}`, token)
      if (opened === null) return { ok: false, why: 'damaged' }
      const [subject, version, expiresAt] = JSON.parse(opened) as [string, number, number?]
      if (expiresAt !== undefined && now >= expiresAt) return { ok: false, why: 'expired' }
      return { ok: true, subject, version }
    },
  }
}
