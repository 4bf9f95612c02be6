import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const VERSION = 1
const KEY_BYTES = 32
const KEY_NAME_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + KEY_NAME_BYTES + NONCE_BYTES

/**
 * The keys made from `APP_SECRET`. Each purpose has a key of its own, so that a value sealed or signed for one purpose is
 * worthless for another. The first secret of the list seals and signs, all open and verify.
 */
export interface Keys {
  /** AES-256-GCM; the answer is URL-safe text and differs each time. */
  seal(purpose: string, value: string): string
  /** null when the text is damaged, of another purpose, or of a secret that is no longer in the list. */
  open(purpose: string, sealed: string): string | null
  sealBytes(purpose: string, value: Uint8Array): Buffer
  openBytes(purpose: string, sealed: Uint8Array): Buffer | null
  /** False when an older secret of the list sealed it, so that it should be sealed anew before that secret is dropped. */
  sealedByFirst(sealed: string): boolean
  /** HMAC-SHA256, URL-safe. */
  sign(purpose: string, value: string): string
  verify(purpose: string, value: string, signature: string): boolean
}

/** Throws when the list is empty. */
export function makeKeys(secrets: readonly string[]): Keys {
  const ring = secrets.map((secret) => ({
    name: derive(secret, 'name').subarray(0, KEY_NAME_BYTES),
    key: remembered((info) => derive(secret, info)),
  }))
  const [first] = ring
  if (!first) throw new Error('APP_SECRET is empty')
  const { name: firstName, key: firstKey } = first

  function sealBytes(purpose: string, value: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', firstKey(`seal ${purpose}`), nonce)
    const body = Buffer.concat([cipher.update(value), cipher.final()])
    return Buffer.concat([Buffer.of(VERSION), firstName, nonce, body, cipher.getAuthTag()])
  }

  function openBytes(purpose: string, sealed: Uint8Array): Buffer | null {
    const bytes = Buffer.from(sealed)
    if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== VERSION) return null
    const keys = ring.filter(({ name }) => name.equals(bytes.subarray(1, 1 + KEY_NAME_BYTES)))
    for (const { key } of keys) {
      const opened = decrypt(key(`seal ${purpose}`), bytes)
      if (opened) return opened
    }
    return null
  }

  const mac = (key: Buffer, value: string) => createHmac('sha256', key).update(value).digest()

  return {
    sealBytes,
    openBytes,
    seal: (purpose, value) => sealBytes(purpose, Buffer.from(value)).toString('base64url'),
    open: (purpose, sealed) => {
      const bytes = fromBase64Url(sealed)
      return bytes ? (openBytes(purpose, bytes)?.toString('utf8') ?? null) : null
    },
    sealedByFirst: (sealed) =>
      fromBase64Url(sealed)
        ?.subarray(1, 1 + KEY_NAME_BYTES)
        .equals(firstName) ?? false,
    sign: (purpose, value) => mac(firstKey(`sign ${purpose}`), value).toString('base64url'),
    verify: (purpose, value, signature) => {
      const given = fromBase64Url(signature)
      if (given?.length !== KEY_BYTES) return false
      return ring.some(({ key }) => timingSafeEqual(mac(key(`sign ${purpose}`), value), given))
    },
  }
}

/** SHA-256 in hex: how a random token is stored, so that the database opens nothing. Only for tokens with 128 random bits or more. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** URL-safe random text of `bytes` random bytes. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

function decrypt(key: Buffer, sealed: Buffer): Buffer | null {
  const nonce = sealed.subarray(1 + KEY_NAME_BYTES, HEAD_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** Node skips characters that are not base64; a token must be exactly as it was written. */
function fromBase64Url(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

function derive(secret: string, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'otrack', info, KEY_BYTES))
}

function remembered(make: (info: string) => Buffer): (info: string) => Buffer {
  const made = new Map<string, Buffer>()
  return (info) => {
    const key = made.get(info) ?? make(info)
    made.set(info, key)
    return key
  }
}
