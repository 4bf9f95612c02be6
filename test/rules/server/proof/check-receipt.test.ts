import { describe, expect, test } from 'vitest'
import { canonical, type Canonical } from '../../../../app/server/proof/canonical'
import { checkReceipt, checkSigned } from '../../../../app/server/proof/check-receipt'
import { makeSigner } from '../../../../app/server/proof/signer'
import { vector, vectorFile, vectorKey } from './vector'

const signer = makeSigner([vector.secret])
const keys = [vectorKey]
const text = JSON.stringify(vectorFile)
const verdictOf = (file: unknown, known = keys as readonly Parameters<typeof checkReceipt>[1][number][]) =>
  checkReceipt(typeof file === 'string' ? file : JSON.stringify(file), known).verdict
const resigned = (members: Record<string, Canonical>, signed = canonical(members)) => ({
  ...vectorFile,
  body: signed,
  signature: signer.sign(signed),
})
const members = JSON.parse(vector.body) as Record<string, Canonical>

test('the vector is genuine, and what it opens fits', () => {
  const checked = checkReceipt(text, keys)
  expect(checked.verdict).toBe('genuine')
  expect(checked.code).toBe('a3NxUANb')
  expect(checked.opened).toEqual([{ label: 'requester', fits: true }])
  expect(checked.statement).toMatchObject({ ref: '7K3M9QXD2VPA4TRC', at: Date.parse('2026-11-23T09:14:05Z') })
})

test('it is genuine with nothing opened, as after an erasure, and however the file is laid out', () => {
  expect(verdictOf({ ...vectorFile, opened: {} })).toBe('genuine')
  expect(verdictOf(JSON.stringify(vectorFile, null, 4))).toBe('genuine')
  expect(checkSigned(vector.body, vector.signature, keys).verdict).toBe('genuine')
})

test('no byte of the body, of the signature or of what is opened can be changed', () => {
  for (let place = 0; place < vector.body.length; place += 1) {
    const letter = vector.body[place] === '0' ? '1' : '0'
    const body = vector.body.slice(0, place) + letter + vector.body.slice(place + 1)
    expect(verdictOf({ ...vectorFile, body }), body).not.toBe('genuine')
  }
  for (let place = 0; place < vector.signature.length; place += 1) {
    const letter = vector.signature[place] === 'A' ? 'B' : 'A'
    const signature = vector.signature.slice(0, place) + letter + vector.signature.slice(place + 1)
    expect(verdictOf({ ...vectorFile, signature })).toBe('altered')
  }
  const { salt } = vectorFile.opened.requester
  for (const requester of [
    { salt, value: { email: 'zoe@example.org' } },
    { salt: `${salt.slice(0, -2)}AA`, value: { email: 'zoë@example.org' } },
    { salt: `${salt}=`, value: { email: 'zoë@example.org' } },
    { salt, value: 0.5 },
  ])
    expect(checkReceipt(JSON.stringify({ ...vectorFile, opened: { requester } }), keys)).toMatchObject({
      verdict: 'altered',
      opened: [{ label: 'requester', fits: false }],
    })
})

test('what was never committed to cannot be opened beside it', () => {
  const { requester } = vectorFile.opened
  expect(verdictOf({ ...vectorFile, opened: { requester, subject: requester } })).toBe('altered')
  expect(verdictOf({ ...vectorFile, opened: { toString: requester } })).toBe('altered')
})

test('a body that is signed but not canonical is said to be so', () => {
  expect(verdictOf(resigned(members, JSON.stringify(members, null, 1)))).toBe('not-canonical')
  expect(verdictOf(resigned(members, vector.body.replace('"v":1', '"v":1.0')))).toBe('not-canonical')
  expect(verdictOf(resigned(members, vector.body.replace('"seq":1', '"seq":1,"seq":1')))).toBe(
    'not-canonical',
  )
})

test('a key that is not ours is unknown, also one that borrows a name of ours', () => {
  const other = makeSigner(['another secret of thirty-two letters'])
  expect(verdictOf(text, [])).toBe('unknown-key')
  expect(verdictOf(text, [{ ...vectorKey, publicKey: other.publicKey }])).toBe('unknown-key')
  const forged = canonical({ ...members, kid: other.kid })
  expect(verdictOf({ ...vectorFile, body: forged, signature: other.sign(forged) })).toBe('unknown-key')
  const borrowed = { ...vectorFile, signature: other.sign(vector.body) }
  expect(verdictOf(borrowed)).toBe('altered')
})

test('a key withdrawn before the moment of issue proves nothing; withdrawn later it still does', () => {
  const at = Date.parse('2026-11-23T09:14:05Z')
  expect(verdictOf(text, [{ ...vectorKey, revokedAt: at }])).toBe('revoked')
  expect(verdictOf(text, [{ ...vectorKey, revokedAt: at + 1 }])).toBe('genuine')
})

test('what an older secret signed is genuine after that secret left the list', () => {
  const now = makeSigner(['a secret that came after the old one'])
  const kept = [{ kid: now.kid, publicKey: now.publicKey, revokedAt: null }, vectorKey]
  expect(now.own).toHaveLength(1)
  expect(verdictOf(text, kept)).toBe('genuine')
})

describe.each([
  ['nothing', ''],
  ['no JSON', 'genuine, honestly'],
  ['a list', '[]'],
  ['a list in lists without end', '['.repeat(50_000)],
  ['another version', JSON.stringify({ ...vectorFile, otrackReceipt: 2 })],
  ['more than a receipt holds', JSON.stringify({ ...vectorFile, note: 'paid in full' })],
  ['a body that is none', JSON.stringify({ ...vectorFile, body: 'x' })],
  ['a body of another version', JSON.stringify(resigned({ ...members, v: 2 }))],
  ['a moment that is none', JSON.stringify(resigned({ ...members, at: '2026-13-23T09:14:05Z' }))],
])('%s', (_what, given) => {
  test('is unreadable', () => {
    expect(checkReceipt(given, keys)).toEqual({
      verdict: 'unreadable',
      statement: null,
      code: null,
      opened: [],
    })
  })
})
