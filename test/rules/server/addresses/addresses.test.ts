import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthKeyOf, oldestMonthKey } from '../../../../app/server/addresses/month-keys'
import { packAddress, unpackAddress } from '../../../../app/server/addresses/packed'

const back = (address: string) => {
  const bytes = packAddress(address)
  return bytes && [bytes.length, unpackAddress(bytes)]
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['::1', '::1'],
  ['::', '::'],
  ['fe80::1%eth0', 'fe80::1'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
])('%s is kept in 16 bytes and comes back as %s', (address, shown) => {
  expect(back(address)).toEqual([16, shown])
})

test.each(['', 'unknown', '192.0.2', '1.2.3.4.5', ':::'])('%j is no address', (text) => {
  expect(packAddress(text)).toBeNull()
})

test('every address comes back as the same address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const bytes = packAddress(address)
      expect(bytes && packAddress(unpackAddress(bytes))).toEqual(bytes)
    }),
  )
})

test('a key has the name of its month, and no address can be read for longer than 13 months', () => {
  const at = Date.parse('2025-10-31T23:59:59Z')
  expect(monthKeyOf(at)).toBe('address 2025-10')
  const isKept = (now: string) => monthKeyOf(at) >= oldestMonthKey(Date.parse(now))
  expect(isKept('2026-10-31T23:59:59Z')).toBe(true)
  expect(isKept('2026-11-01T00:00:00Z')).toBe(false)
})
