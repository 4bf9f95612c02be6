import { z } from 'zod'
import { canonical, checkCode, type Canonical } from './canonical'
import { commitment } from './commitment'
import { isSigned, kidOf } from './signer'

/** A key that signs or once signed. `revokedAt` in UTC milliseconds. */
export interface PublicKey {
  kid: string
  publicKey: string
  revokedAt: number | null
}

/** `altered`: what it says, or what it opens, is not what was signed. `revoked`: the key was withdrawn before the moment of issue. */
export type Verdict = 'genuine' | 'altered' | 'not-canonical' | 'unknown-key' | 'revoked' | 'unreadable'

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .transform((text) => Date.parse(text))
  .refine((at) => !Number.isNaN(at))

/** What a receipt says, as far as its readers need it. Read from the body only after the signature was found good, or with the verdict beside it. */
const statement = z.looseObject({
  v: z.literal(1),
  kid: z.string(),
  ref: z.string(),
  type: z.string(),
  at: moment,
  kind: z.string(),
  role: z.enum(['controller', 'processor']),
  controller: z.string().default(''),
  c: z.record(z.string(), z.string()),
})
export type Statement = z.output<typeof statement>

export interface Checked {
  verdict: Verdict
  /** null when it cannot be read. */
  statement: Statement | null
  /** First letters of the leaf, to be compared with what was read out. */
  code: string | null
  /** What the file opens, and whether it is what was committed to. */
  opened: readonly { label: string; fits: boolean }[]
}

const unreadable: Checked = { verdict: 'unreadable', statement: null, code: null, opened: [] }

const file = z.strictObject({
  otrackReceipt: z.literal(1),
  body: z.string(),
  signature: z.string(),
  opened: z.record(z.string(), z.strictObject({ salt: z.string(), value: z.unknown() })),
})

/** Judges the text of a holder's file against all keys that ever signed. The first fault found is the verdict. */
export function checkReceipt(text: string, keys: readonly PublicKey[]): Checked {
  const read = file.safeParse(parsed(text))
  if (!read.success) return unreadable
  const { body, signature, opened } = read.data
  const checked = checkSigned(body, signature, keys)
  if (!checked.statement) return checked
  const { c } = checked.statement
  const fitting = Object.entries(opened).map(([label, { salt, value }]) => ({
    label,
    fits: Object.hasOwn(c, label) && c[label] === committed(label, salt, value),
  }))
  const altered = checked.verdict === 'genuine' && fitting.some(({ fits }) => !fits)
  return { ...checked, verdict: altered ? 'altered' : checked.verdict, opened: fitting }
}

/** Judges what was signed, without what it commits to: as it is kept once that is erased. */
export function checkSigned(body: string, signature: string, keys: readonly PublicKey[]): Checked {
  const value = parsed(body)
  const read = statement.safeParse(value)
  if (!read.success) return unreadable
  const { kid, at } = read.data
  return {
    verdict: judgeSigned({ body, signature }, { kid, at }, keys),
    statement: read.data,
    code: checkCode(body),
    opened: [],
  }
}

/** Judges a signature over canonical JSON that names its key and its moment: a receipt's, a seal's, a checkpoint's. */
export function judgeSigned(
  signed: { body: string; signature: string },
  { kid, at }: { kid: string; at: number },
  keys: readonly PublicKey[],
): Exclude<Verdict, 'unreadable'> {
  const { body, signature } = signed
  const key = keys.find((one) => one.kid === kid && kidOf(Buffer.from(one.publicKey, 'base64url')) === kid)
  if (!key) return 'unknown-key'
  if (!isCanonical(body, parsed(body))) return 'not-canonical'
  if (!isSigned(body, signature, key.publicKey)) return 'altered'
  return key.revokedAt !== null && key.revokedAt <= at ? 'revoked' : 'genuine'
}

/** JSON, or null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonical(value as Canonical) === text
  } catch {
    return false
  }
}

/** null where nothing can be committed to, such as a number with a fraction. */
function committed(label: string, salt: string, value: unknown): string | null {
  const bytes = Buffer.from(salt, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== salt) return null
  try {
    return commitment(label, salt, value as Canonical)
  } catch {
    return null
  }
}
