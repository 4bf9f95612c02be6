import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digest, leafHash } from '../../app/server/proof/canonical'
import { merkleRoot } from '../../app/server/proof/merkle'
import { makeSeal, NO_SEAL, sealFault, type LeafNow, type Link } from '../../app/server/proof/seal-form'
import { makeSigner } from '../../app/server/proof/signer'

const ours = makeSigner(['0123456789abcdef0123456789abcdef'])
const theirs = makeSigner(['fedcba9876543210fedcba9876543210'])
const keys = [{ ...ours, revokedAt: null }]

/** The root as RFC 9162 §2.1.2 computes it from a stream: leaves are pushed, and as many merged as their count ends in ones. */
function streamedRoot(leaves: readonly string[]): string {
  const stack: string[] = []
  const merge = () => {
    const right = stack.pop() ?? ''
    const left = stack.pop() ?? ''
    stack.push(digest(Uint8Array.of(1), Buffer.from(left, 'base64url'), Buffer.from(right, 'base64url')))
  }
  leaves.forEach((leaf, at) => {
    stack.push(leaf)
    for (let ones = at; ones % 2 === 1; ones = (ones - 1) / 2) merge()
  })
  while (stack.length > 1) merge()
  return stack[0] ?? digest('')
}

test('a root is the same by either algorithm of the standard', () => {
  fc.assert(
    fc.property(fc.array(fc.string().map(leafHash), { maxLength: 70 }), (leaves) => {
      expect(merkleRoot(leaves)).toBe(streamedRoot(leaves))
    }),
  )
})

interface Sealed {
  seal: ReturnType<typeof makeSeal>
  leaves: LeafNow[]
}

const leafOf = (seal: number, place: number, ref: string, form: string): LeafNow => ({
  ...{ seal, place, kind: 'entry', ref, form },
  hash: leafHash(form),
  now: leafHash(form),
})

/** A log of one to five seals over one to six entries each, whose refs ascend as the product's do. */
const log = fc
  .array(fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((batches) => {
    let before: Link = NO_SEAL
    return batches.map((texts, at): Sealed => {
      const leaves = texts.map((text, place) =>
        leafOf(at + 1, place, `entry-${at}-${place}`, `${at}.${place}.${text}`),
      )
      const seal = makeSeal(ours, before, leaves, at)
      before = seal
      return { seal, leaves }
    })
  })

function faultOf(sealed: readonly Sealed[]): string | null {
  let before: Link = NO_SEAL
  for (const { seal, leaves } of sealed) {
    const fault = sealFault(seal, before, leaves, keys)
    if (fault) return fault
    before = seal
  }
  return null
}

/** What somebody with the database in hands might do to one batch. Answers null where there is nothing to do it to. */
const alterations: Record<string, (one: Sealed, at: number) => Sealed | null> = {
  'an entry altered': ({ seal, leaves }, at) => ({
    seal,
    leaves: leaves.map((leaf, place) => (place === at ? { ...leaf, form: 'x', now: leafHash('x') } : leaf)),
  }),
  'an entry altered with its leaf': ({ seal, leaves }, at) => ({
    seal,
    leaves: leaves.map((leaf, place) => (place === at ? leafOf(leaf.seal, place, leaf.ref, 'x') : leaf)),
  }),
  'an entry deleted': ({ seal, leaves }, at) => ({
    seal,
    leaves: leaves.map((leaf, place) => (place === at ? { ...leaf, form: null, now: null } : leaf)),
  }),
  'an entry deleted with its leaf': ({ seal, leaves }, at) => ({
    seal,
    leaves: leaves.filter((_, place) => place !== at),
  }),
  'an entry deleted with its leaf, the rest moved up': ({ seal, leaves }, at) => ({
    seal,
    leaves: leaves.filter((_, place) => place !== at).map((leaf, place) => ({ ...leaf, place })),
  }),
  'an entry inserted with a leaf': ({ seal, leaves }) => ({
    seal,
    leaves: [...leaves, leafOf(seal.number, leaves.length, 'entry-z', 'x')],
  }),
  'two leaves swapped': ({ seal, leaves }, at) => {
    const [here, next] = [leaves[at], leaves[at + 1]]
    if (!here || !next) return null
    const swapped = [...leaves]
    swapped[at] = { ...next, place: at }
    swapped[at + 1] = { ...here, place: at + 1 }
    return { seal, leaves: swapped }
  },
  'a batch made anew under another key': ({ seal, leaves }, at) => {
    const altered = leaves.map((leaf, place) =>
      place === at ? leafOf(leaf.seal, place, leaf.ref, 'x') : leaf,
    )
    const before = {
      number: seal.number - 1,
      hash: (JSON.parse(seal.body) as Link & { previous: string }).previous,
    }
    return { seal: makeSeal(theirs, before, altered, seal.at), leaves: altered }
  },
  'the signature altered': ({ seal, leaves }) => ({
    seal: { ...seal, signature: theirs.sign(seal.body) },
    leaves,
  }),
  'the moment altered': ({ seal, leaves }) => ({ seal: { ...seal, at: seal.at + 1 }, leaves }),
}

test('a log that nobody touched has no fault', () => {
  fc.assert(fc.property(log, (sealed) => void expect(faultOf(sealed)).toBeNull()))
})

test('whatever is done to a batch is found', () => {
  fc.assert(
    fc.property(
      log,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...Object.keys(alterations)),
      (sealed, n, m, name) => {
        const which = n % sealed.length
        const one = sealed[which]
        const altered = one && alterations[name]?.(one, m % one.leaves.length)
        fc.pre(Boolean(altered))
        expect(faultOf(sealed.map((same, at) => (at === which && altered ? altered : same)))).not.toBeNull()
      },
    ),
    { numRuns: 500 },
  )
})

test('a seal removed from the middle, or two exchanged, is found', () => {
  fc.assert(
    fc.property(log, fc.nat(), (sealed, n) => {
      fc.pre(sealed.length > 1)
      const at = n % (sealed.length - 1)
      expect(faultOf(sealed.filter((_, place) => place !== at))).toBe(`Seal ${at + 1} is missing`)
      const [here, next] = [sealed[at], sealed[at + 1]]
      const exchanged = sealed.flatMap((one, place) =>
        place === at && next ? [next] : place === at + 1 && here ? [here] : [one],
      )
      expect(faultOf(exchanged)).toBe(`Seal ${at + 1} is missing`)
    }),
  )
})
