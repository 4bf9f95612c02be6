// The judge of the page that works without us: written apart from app/server/proof/check-receipt.ts, for browsers, so that each is a test of
// the other. Inlined into the page; imports nothing.

const UNREADABLE = { verdict: 'unreadable', statement: null, code: null, opened: [] }
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const encoder = new TextEncoder()

/**
 * Judges the text of a receipt's file. `verdict` is one of the server's, or `unsupported` where this browser has no Ed25519.
 * @param {string} text
 * @param {{ kid: string, publicKey: string, revokedAt: number | null }[]} keys
 * @param {SubtleCrypto} subtle
 */
export async function checkReceipt(text, keys, subtle) {
  const file = parsed(text)
  if (!isFile(file)) return UNREADABLE
  const body = parsed(file.body)
  if (!isStatement(body)) return UNREADABLE
  const statement = { ...body, at: Date.parse(body.at) }
  const leaf = await subtle.digest('SHA-256', joined([new Uint8Array(1), encoder.encode(file.body)]))
  const result = { statement, code: base64url(leaf).slice(0, 8) }
  const opened = await Promise.all(
    Object.entries(file.opened).map(async ([label, { salt, value }]) => ({
      label,
      value,
      fits: Object.hasOwn(body.c, label) && body.c[label] === (await committed(label, salt, value, subtle)),
    })),
  )
  const verdict = await judge(file, statement, body, keys, subtle)
  const altered = verdict === 'genuine' && opened.some(({ fits }) => !fits)
  return { ...result, verdict: altered ? 'altered' : verdict, opened }
}

async function judge(file, statement, body, keys, subtle) {
  const key = keys.find(({ kid }) => kid === statement.kid)
  const raw = key && bytesOf(key.publicKey, 32)
  if (!raw || hex(await subtle.digest('SHA-256', raw)).slice(0, 16) !== key.kid) return 'unknown-key'
  if (canonicalOrNull(body) !== file.body) return 'not-canonical'
  let imported
  try {
    imported = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  } catch {
    return 'unsupported'
  }
  const signature = bytesOf(file.signature, 64)
  if (!signature) return 'altered'
  if (!(await subtle.verify('Ed25519', imported, signature, encoder.encode(file.body)))) return 'altered'
  return key.revokedAt !== null && key.revokedAt <= statement.at ? 'revoked' : 'genuine'
}

async function committed(label, salt, value, subtle) {
  const bytes = bytesOf(salt, 32)
  const written = canonicalOrNull(value)
  if (!bytes || written === null) return null
  const head = encoder.encode(`otrack/commit/v1/${label}\0`)
  return base64url(await subtle.digest('SHA-256', joined([head, bytes, encoder.encode(written)])))
}

// What a file and a body must look like.

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const areStrings = (values) => values.every((value) => typeof value === 'string')
const hasOnly = (value, names) =>
  isRecord(value) &&
  Object.keys(value).length === names.length &&
  names.every((name) => Object.hasOwn(value, name))

function isFile(file) {
  if (!hasOnly(file, ['otrackReceipt', 'body', 'signature', 'opened']) || file.otrackReceipt !== 1)
    return false
  if (!areStrings([file.body, file.signature]) || !isRecord(file.opened)) return false
  return Object.values(file.opened).every(
    (one) => hasOnly(one, ['salt', 'value']) && typeof one.salt === 'string',
  )
}

function isStatement(body) {
  if (!isRecord(body) || body.v !== 1 || !['controller', 'processor'].includes(body.role)) return false
  if (!areStrings([body.kid, body.ref, body.type, body.at, body.kind, body.controller ?? ''])) return false
  if (!isRecord(body.c) || !areStrings(Object.values(body.c))) return false
  return MOMENT.test(body.at) && !Number.isNaN(Date.parse(body.at))
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// The one form that is signed (RFC 8785); null for what has none.

function canonicalOrNull(value) {
  try {
    return canonical(value)
  } catch {
    return null
  }
}

function canonical(value) {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
    throw new Error('no integer')
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new Error('half a letter')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`
}

// Bytes.

/** The bytes of base64url; null unless they are so many, spelt in the one way. */
function bytesOf(text, count) {
  if (!/^[\w-]+$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    return bytes.length === count && base64url(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

function base64url(bytes) {
  const binary = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const hex = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
