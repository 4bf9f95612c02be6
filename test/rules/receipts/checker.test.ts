import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReceipt as checkInBrowser } from '../../../app/features/receipts/checker/check.mjs'
import { verdictWords } from '../../../app/features/receipts/words'
import { canonical, type Canonical } from '../../../app/server/proof/canonical'
import { checkReceipt } from '../../../app/server/proof/check-receipt'
import { makeSigner } from '../../../app/server/proof/signer'
import { vector, vectorFile, vectorKey } from '../server/proof/vector'

const subtle = webcrypto.subtle as unknown as SubtleCrypto
const signer = makeSigner([vector.secret])
const keys = [vectorKey]
const members = JSON.parse(vector.body) as Record<string, Canonical>
const resigned = (body: string) => ({ ...vectorFile, body, signature: signer.sign(body) })
const { requester } = vectorFile.opened

/** What both judges say, which must be the same. */
async function both(text: string, known: Parameters<typeof checkReceipt>[1] = keys) {
  const here = checkReceipt(text, known)
  const there = await checkInBrowser(text, [...known], subtle)
  const fits = ({ opened }: { opened: readonly { label: string; fits: boolean }[] }) =>
    opened.map(({ label, fits }) => ({ label, fits }))
  expect({ ...there, statement: null, opened: fits(there) }).toEqual({
    ...here,
    statement: null,
    opened: fits(here),
  })
  expect((there.statement as { ref?: string } | null)?.ref).toBe(here.statement?.ref)
  return here.verdict
}

describe('the judge of the page that works offline says what the server’s says of', () => {
  const stranger = makeSigner(['another secret of thirty-two letters'])
  const at = Date.parse('2026-11-23T09:14:05Z')
  test.each([
    ['the vector', 'genuine', vectorFile, keys],
    ['nothing opened', 'genuine', { ...vectorFile, opened: {} }, keys],
    ['a key revoked before', 'revoked', vectorFile, [{ ...vectorKey, revokedAt: at }]],
    ['a key revoked later', 'genuine', vectorFile, [{ ...vectorKey, revokedAt: at + 1 }]],
    ['no key', 'unknown-key', vectorFile, []],
    ['a borrowed name', 'unknown-key', vectorFile, [{ ...vectorKey, publicKey: stranger.publicKey }]],
    ['a key that is none', 'unknown-key', vectorFile, [{ ...vectorKey, publicKey: '!' }]],
    ['a stranger’s signature', 'altered', { ...vectorFile, signature: stranger.sign(vector.body) }, keys],
    ['a signature cut short', 'altered', { ...vectorFile, signature: 'abc' }, keys],
    [
      'another value',
      'altered',
      { ...vectorFile, opened: { requester: { ...requester, value: 'x' } } },
      keys,
    ],
    ['a fraction', 'altered', { ...vectorFile, opened: { requester: { ...requester, value: 0.5 } } }, keys],
    [
      'a salt that is none',
      'altered',
      { ...vectorFile, opened: { requester: { ...requester, salt: 'x' } } },
      keys,
    ],
    ['a label too many', 'altered', { ...vectorFile, opened: { requester, toString: requester } }, keys],
    ['spaces in the body', 'not-canonical', resigned(JSON.stringify(members, null, 1)), keys],
    ['a fraction in the body', 'not-canonical', resigned(vector.body.replace('"seq":1', '"seq":1.5')), keys],
    ['another version', 'unreadable', { ...vectorFile, otrackReceipt: 2 }, keys],
    ['a member too many', 'unreadable', { ...vectorFile, note: '' }, keys],
    ['a role that is none', 'unreadable', resigned(canonical({ ...members, role: 'friend' })), keys],
    [
      'a moment that is none',
      'unreadable',
      resigned(canonical({ ...members, at: '2026-13-01T00:00:00Z' })),
      keys,
    ],
    ['a list', 'unreadable', [], keys],
  ])('%s: %s', async (_what, verdict, file, known) => {
    expect(await both(JSON.stringify(file), known)).toBe(verdict)
  })

  test('any text with a letter changed', async () => {
    const text = JSON.stringify(vectorFile)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ maxLength: 1 }), async (place, letter) => {
        const changed = text.slice(0, place) + letter + text.slice(place + 1)
        if (changed !== text) expect(await both(changed)).not.toBe('genuine')
      }),
      { numRuns: 400 },
    )
  })
})

test('where a browser lacks Ed25519 it does not say "altered"', async () => {
  const lacking = new Proxy(subtle, {
    get: (target, name: keyof SubtleCrypto) =>
      name === 'importKey'
        ? () => Promise.reject(new DOMException('unknown algorithm', 'NotSupportedError'))
        : target[name].bind(target),
  })
  expect((await checkInBrowser(JSON.stringify(vectorFile), keys, lacking)).verdict).toBe('unsupported')
})

test('every verdict has words', () => {
  for (const { title, says } of Object.values(verdictWords)) {
    expect(title).toMatch(/^[A-Z]/)
    expect(says).toMatch(/\.$/)
  }
})
