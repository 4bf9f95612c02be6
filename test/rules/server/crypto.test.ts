import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashToken, makeKeys, randomToken } from '../../../app/server/crypto.server'

const old = 'the older secret, 32 bytes or more of it'
const fresh = 'the newer secret, 32 bytes or more of it'
const keys = makeKeys([old])
const rotated = makeKeys([fresh, old])
const purpose = fc.constantFrom('session', 'totp', 'link opt-out')

/** The text with one of its characters replaced by another of the same alphabet. */
function damaged(text: string, at: number): string {
  const place = at % text.length
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1)
}

describe('seal and open', () => {
  test('what was sealed opens, for its own purpose only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), purpose, purpose, (value, sealedFor, openedFor) => {
        const opened = keys.open(openedFor, keys.seal(sealedFor, value))
        expect(opened).toBe(sealedFor === openedFor ? value : null)
      }),
    )
  })

  test('a damaged or shortened text opens to nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (value, at) => {
        const sealed = keys.seal('p', value)
        expect(keys.open('p', damaged(sealed, at))).toBeNull()
        expect(keys.open('p', sealed.slice(0, at % sealed.length))).toBeNull()
      }),
    )
  })

  test('nothing that strangers type opens or throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(keys.open('p', text)).toBeNull()),
    )
  })

  test('bytes come back as they were, and the same value is sealed differently each time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (bytes) => void expect(keys.openBytes('p', keys.sealBytes('p', bytes))).toEqual(Buffer.from(bytes)),
      ),
    )
    expect(keys.seal('p', 'same')).not.toBe(keys.seal('p', 'same'))
  })

  test('a rotated list opens what the older secret sealed, and says that it should be sealed anew', () => {
    const sealed = keys.seal('p', 'value')
    expect(rotated.open('p', sealed)).toBe('value')
    expect(rotated.sealedByFirst(sealed)).toBe(false)
    expect(rotated.sealedByFirst(rotated.seal('p', 'value'))).toBe(true)
    expect(keys.open('p', rotated.seal('p', 'value'))).toBeNull()
  })
})

describe('sign and verify', () => {
  test('a signature holds for its value and purpose only', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (value, at) => {
        const signature = keys.sign('p', value)
        expect(keys.verify('p', value, signature)).toBe(true)
        expect(keys.verify('p', `${value}.`, signature)).toBe(false)
        expect(keys.verify('q', value, signature)).toBe(false)
        expect(keys.verify('p', value, damaged(signature, at))).toBe(false)
      }),
    )
  })

  test('a rotated list verifies what the older secret signed, and signs with the newer', () => {
    expect(rotated.verify('p', 'value', keys.sign('p', 'value'))).toBe(true)
    expect(keys.verify('p', 'value', rotated.sign('p', 'value'))).toBe(false)
  })
})

test('an empty list is refused', () => {
  expect(() => makeKeys([])).toThrow('APP_SECRET is empty')
})

test('tokens are URL-safe, all different, and stored as their hash', () => {
  const tokens = Array.from({ length: 100 }, () => randomToken())
  expect(new Set(tokens).size).toBe(100)
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true)
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
