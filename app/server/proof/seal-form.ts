import { z } from 'zod'
import type { AuditLeafRow, AuditSealRow } from '../../../db/tables/proof'
import { canonical, digest } from './canonical'
import { judgeSigned, parsed, type PublicKey } from './check-receipt'
import { merkleRoot } from './merkle'
import type { Signer } from './signer'

/** The seal before the first one. */
export const NO_SEAL = { number: 0, hash: null } as const

/** What a seal is linked to: the one before it. */
export interface Link {
  number: number
  hash: string | null
}

const statement = z.strictObject({
  v: z.literal(1),
  type: z.literal('audit.seal'),
  number: z.int(),
  at: z.iso.datetime().transform((text) => Date.parse(text)),
  leaves: z.int(),
  root: z.string(),
  previous: z.string().nullable(),
  kid: z.string(),
})

/** Signs a batch of leaves, linked to the seal before. `at` in UTC milliseconds. */
export function makeSeal(
  signer: Signer,
  before: Link,
  leaves: readonly { hash: string }[],
  at: number,
): AuditSealRow {
  const number = before.number + 1
  const body = canonical({
    v: 1,
    type: 'audit.seal',
    number,
    at: new Date(at).toISOString(),
    leaves: leaves.length,
    root: merkleRoot(leaves.map(({ hash }) => hash)),
    previous: before.hash,
    kid: signer.kid,
  })
  return { number, leaves: leaves.length, body, hash: digest(body), signature: signer.sign(body), at }
}

/** A leaf beside what it was made of: the entry's form or the receipt's body; null when that is gone. */
export interface LeafNow extends AuditLeafRow {
  form: string | null
  /** SHA-256(0x00 ‖ form); null without a form. */
  now: string | null
}

/** The first fault of a seal and of what it covers, in words; null when all holds. `leaves` by their places. */
export function sealFault(
  seal: AuditSealRow,
  before: Link,
  leaves: readonly LeafNow[],
  keys: readonly PublicKey[],
): string | null {
  const { number } = seal
  if (number !== before.number + 1) return `Seal ${before.number + 1} is missing`
  const fault = leaves.map((leaf, place) => leafFault(leaf, place, leaves[place - 1])).find(Boolean)
  if (fault) return fault
  const read = statement.safeParse(parsed(seal.body))
  if (!read.success) return `Seal ${number} was altered`
  const says = read.data
  if (leaves.length < says.leaves) return `Seal ${number} covers ${says.leaves} entries: the last are missing`
  const extra = leaves[says.leaves]
  if (extra) return `${named(extra)} was inserted into seal ${number}`
  const holds =
    judgeSigned(seal, says, keys) === 'genuine' &&
    says.number === number &&
    says.at === seal.at &&
    seal.leaves === says.leaves &&
    seal.hash === digest(seal.body)
  if (!holds) return `Seal ${number} was altered, or is not by a key of ours`
  if (says.previous !== before.hash)
    return `Seal ${number} does not follow seal ${before.number}: one was replaced`
  if (says.root !== merkleRoot(leaves.map(({ hash }) => hash)))
    return `Seal ${number} does not fit its leaves: one was replaced`
  return null
}

function leafFault(leaf: LeafNow, place: number, before: LeafNow | undefined): string | null {
  if (leaf.place !== place) return `The leaf at place ${place} of seal ${leaf.seal} is missing`
  if (before && before.ref >= leaf.ref) return `${named(leaf)} was swapped with another in seal ${leaf.seal}`
  if (leaf.form === null) return `${named(leaf)} is missing; seal ${leaf.seal} covers it`
  if (leaf.now !== leaf.hash) return `${named(leaf)} was altered after seal ${leaf.seal} covered it`
  return null
}

/** How a fault names what it found. */
export const named = ({ kind, ref }: { kind: 'entry' | 'receipt'; ref: string }): string =>
  `${kind === 'entry' ? 'Entry' : 'Receipt'} ${ref}`
