import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Canonical } from '../../../../app/server/proof/canonical'

describe('the canonical form (RFC 8785)', () => {
  test('sorts keys by UTF-16 code units, at every depth', () => {
    // The RFC's own example, section 3.2.3: its order differs from that by code points and from every alphabet's.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const members = Object.fromEntries(keys.map((key) => [key, 0]))
    const sorted = Object.keys(JSON.parse(canonical(members)) as object)
    // A key that is a number comes first in any object of JavaScript, so the text itself is looked at.
    expect(sorted).toHaveLength(7)
    expect(canonical(members)).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    )
    expect(canonical({ b: { d: 1, c: 2 }, a: [{ z: 1, y: 2 }] })).toBe(
      '{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}',
    )
  })

  test.each([
    ['', '""'],
    ['"\\/', '"\\"\\\\/"'],
    ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
    ['\u0000\u001f\u007f', '"\\u0000\\u001f\u007f"'],
    ['\u2028\u2029<>&\u20ac', '"\u2028\u2029<>&\u20ac"'],
    // No normalising: two spellings of one letter stay two.
    ['\u00eb', '"\u00eb"'],
    ['e\u0308', '"e\u0308"'],
  ])('escapes %j as little as the RFC does', (text, written) => {
    expect(canonical(text)).toBe(written)
  })

  test.each([
    [0, '0'],
    [-1, '-1'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
  ])('writes %j', (value, written) => {
    expect(canonical(value)).toBe(written)
  })

  test.each([
    ['a fraction', 0.5],
    ['minus nought', -0],
    ['a number too large to be exact', 2 ** 53],
    ['not a number', NaN],
    ['infinity', Infinity],
    ['half a letter', '\ud83d'],
    ['half a letter in a key', { '\ude00': 1 }],
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    // A hole in a list.
    ['a hole', new Array(2)],
    ['a big integer', 1n],
    ['a moment', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a function', () => 1],
  ])('refuses %s', (_what, value) => {
    expect(() => canonical(value as Canonical)).toThrow()
  })
})

const text = fc.string({ unit: 'binary' })
const { value } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger().map((n) => n || 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}))

describe('for any value', () => {
  test('it is JSON of the same value, and its own canonical form', () => {
    fc.assert(
      fc.property(value, (given) => {
        const written = canonical(given)
        expect(JSON.stringify(JSON.parse(written))).toHaveLength(JSON.stringify(given).length)
        expect(canonical(JSON.parse(written) as Canonical)).toBe(written)
      }),
    )
  })

  test('the order in which members came makes no difference', () => {
    fc.assert(
      fc.property(fc.dictionary(text, value, { maxKeys: 6 }), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse())
        expect(canonical(turned)).toBe(canonical(members))
      }),
    )
  })

  test('two values have one form only if they are the same', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = canonical(a) === canonical(b)
        if (same) expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)))
        else expect(JSON.parse(canonical(a))).not.toEqual(JSON.parse(canonical(b)))
      }),
    )
  })
})
