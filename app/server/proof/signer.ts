import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** DER around a raw Ed25519 seed (PKCS#8) and a raw public key (SPKI), RFC 8410. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** What signs receipts, seals and checkpoints. */
export interface Signer {
  /** Name of the key: first 16 hex digits of SHA-256 of the raw public key. */
  readonly kid: string
  /** Raw, base64url. */
  readonly publicKey: string
  /** Every key of APP_SECRET's list, the one that signs first. */
  readonly own: readonly { kid: string; publicKey: string }[]
  /** base64url of 64 bytes. */
  sign(text: string): string
}

/** The Ed25519 keys made from `APP_SECRET`; the first of the list signs. Throws when the list is empty. */
export function makeSigner(secrets: readonly string[]): Signer {
  const ring = secrets.map(fromSecret)
  const [first] = ring
  if (!first) throw new Error('APP_SECRET is empty')
  const { kid, publicKey, key } = first
  return {
    kid,
    publicKey,
    own: ring.map((one) => ({ kid: one.kid, publicKey: one.publicKey })),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}

function fromSecret(secret: string): { kid: string; publicKey: string; key: KeyObject } {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'otrack/receipts/ed25519/v1', 32))
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length)
  return { kid: kidOf(raw), publicKey: raw.toString('base64url'), key }
}

/** The name of a raw public key. */
export const kidOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex').slice(0, 16)

/** Whether `signature` (base64url) over `text` is by the raw public key (base64url). False for anything that is no key or no signature. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  const given = Buffer.from(signature, 'base64url')
  if (raw.length !== 32 || given.length !== 64 || given.toString('base64url') !== signature) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), key, given)
}
