import { canonical, digest, type Canonical } from './canonical'

/** A salted commitment: says nothing without the salt, and shows the value with it. Salt in base64url of 32 bytes. */
export const commitment = (label: string, salt: string, value: Canonical): string =>
  digest(`otrack/commit/v1/${label}\0`, Buffer.from(salt, 'base64url'), canonical(value))
