import { domainToASCII } from 'node:url'
import { foldEmail } from '../../values/email'
import type { Ring } from '../proof/ring.server'

/** What an address is known by once it may not be held any more. */
export interface AddressMarks {
  /** Keyed hash of the address. */
  mark: string
  /** Keyed hash of the mailbox behind it, where its provider is known to fold spellings; never of a school. */
  folded: string | null
}

/** The keyed marks of an address as `readEmail` answers it. Their key outlives every rotation of `APP_SECRET`. */
export function addressMarks({ ring }: { ring: Ring }, email: string): AddressMarks {
  const folded = foldEmail(email)
  const sign = (address: string) => {
    const at = address.lastIndexOf('@')
    const domain = address.slice(at + 1)
    return ring.keys('addresses').sign('email', `${address.slice(0, at)}@${domainToASCII(domain) || domain}`)
  }
  return { mark: sign(email), folded: folded === null ? null : sign(folded) }
}

/** Both, as a list. */
export const markList = ({ mark, folded }: AddressMarks): string[] =>
  folded === null || folded === mark ? [mark] : [mark, folded]
