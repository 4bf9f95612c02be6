const DAY_MS = 24 * 60 * 60_000

/** A link to confirm an address opens for so many days. */
export const LINK_DAYS = 3
/** After so many days a sign-up that nobody confirmed is deleted, and so is what is left of one that became an account. */
export const KEPT_DAYS = 14

export interface SignUpState {
  linkSentAt: number
  linkVersion: number
  userId: string | null
}

/** What a link to confirm an address opens at a moment (UTC milliseconds). `replaced`: a newer one was sent. */
export function linkState(
  signUp: SignUpState | null,
  version: number,
  now: number,
): 'open' | 'done' | 'gone' | 'replaced' | 'expired' {
  if (!signUp) return 'gone'
  if (signUp.userId !== null) return 'done'
  if (signUp.linkVersion !== version) return 'replaced'
  return now - signUp.linkSentAt < LINK_DAYS * DAY_MS ? 'open' : 'expired'
}

/** Sign-ups made before this moment are deleted. */
export const signUpsKeptSince = (now: number): number => now - KEPT_DAYS * DAY_MS
