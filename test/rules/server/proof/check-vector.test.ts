import { expect, test } from 'vitest'
import { canonical, leafHash } from '../../../../app/server/proof/canonical'
import { commitment } from '../../../../app/server/proof/commitment'
import { isSigned, kidOf, makeSigner } from '../../../../app/server/proof/signer'
import { vector } from './vector'

const signer = makeSigner([vector.secret])

test('a secret gives the public key and the name that were worked out apart from this code', () => {
  expect([signer.publicKey, signer.kid]).toEqual([vector.publicKey, vector.kid])
  expect(kidOf(Buffer.from(vector.publicKey, 'base64url'))).toBe(vector.kid)
})

test('the first of several secrets signs, and all are named', () => {
  const two = makeSigner(['another secret of thirty-two letters', vector.secret])
  expect(two.kid).not.toBe(vector.kid)
  expect(two.own.map(({ kid }) => kid)).toEqual([two.kid, vector.kid])
  expect(() => makeSigner([])).toThrow('APP_SECRET is empty')
})

test('a commitment, a leaf and a signature are those of the vector', () => {
  expect(commitment('requester', vector.salt, { email: 'zoë@example.org' })).toBe(vector.commitment)
  expect(canonical(JSON.parse(vector.body) as never)).toBe(vector.body)
  expect(leafHash(vector.body)).toBe(vector.leaf)
  expect(signer.sign(vector.body)).toBe(vector.signature)
  expect(isSigned(vector.body, vector.signature, vector.publicKey)).toBe(true)
})

test('a commitment depends on its label, its salt and its value', () => {
  const salt = Buffer.alloc(32, 1).toString('base64url')
  const value = { email: 'zoë@example.org' }
  const all = [
    commitment('requester', vector.salt, value),
    commitment('subject', vector.salt, value),
    commitment('requester', salt, value),
    commitment('requester', vector.salt, { email: 'zoe@example.org' }),
  ]
  expect(new Set(all).size).toBe(4)
})

test.each([
  ['no key', vector.signature, 'AAAA'],
  ['a key that is no point', vector.signature, Buffer.alloc(32, 255).toString('base64url')],
  ['no signature', '', vector.publicKey],
  ['a signature cut short', vector.signature.slice(0, -2), vector.publicKey],
  ['a signature spelt otherwise', `${vector.signature}=`, vector.publicKey],
])('%s is no signature of anything', (_what, signature, publicKey) => {
  expect(isSigned(vector.body, signature, publicKey)).toBe(false)
})
