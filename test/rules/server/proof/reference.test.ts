import { expect, test } from 'vitest'
import {
  newReceiptReference,
  newRequestReference,
  readReference,
} from '../../../../app/server/proof/reference'

test('a reference is 16 letters that can be read aloud, and no two are the same', () => {
  const many = Array.from({ length: 2000 }, newReceiptReference)
  for (const one of many) {
    expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(readReference(one)).toBe(one)
  }
  expect(new Set(many).size).toBe(many.length)
  // All 32 letters come up: 80 bits, not fewer.
  expect(new Set(many.join('')).size).toBe(32)
})

test('a request has a short reference, which is none of a receipt', () => {
  expect(newRequestReference()).toMatch(/^RR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/)
  expect(readReference(newRequestReference())).toBeNull()
})

test.each([
  ['7k3m9qxd2vpa4trc', '7K3M9QXD2VPA4TRC'],
  ['7K3M-9QXD-2VPA-4TRC', '7K3M9QXD2VPA4TRC'],
  ['  7K3M 9QXD\n2VPA 4TRC ', '7K3M9QXD2VPA4TRC'],
  // Read aloud: the letter for the figure.
  ['oO0iIlL1OOOOOOOO', '0001111100000000'],
])('%j is read as %s', (typed, read) => {
  expect(readReference(typed)).toBe(read)
})

test.each([
  '',
  '7K3M9QXD2VPA4TR',
  '7K3M9QXD2VPA4TRC0',
  '7K3M9QXD2VPA4TRU',
  '7K3M9QXD2VPA4TR!',
  '../../etc/passwd',
])('%j is none', (typed) => {
  expect(readReference(typed)).toBeNull()
})
