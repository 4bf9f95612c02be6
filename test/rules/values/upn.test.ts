import { describe, expect, test } from 'vitest'
import { checkLetter, isTemporaryUpn, looksLikeUpn, readUpn } from '../../../app/values/upn'
import { inventedUpn } from '../../../db/seed/invented-upn'

const told = (text: string) => {
  const upn = readUpn(text)
  if (upn.kind === 'valid') return `${upn.temporary ? 'temporary' : 'permanent'} ${upn.upn}`
  return upn.kind === 'missing'
    ? 'missing'
    : `${upn.why}${upn.suggestion ? `, perhaps ${upn.suggestion}` : ''}`
}

test.each([
  ['E371299321047', 'permanent E371299321047', 'remainder 4'],
  ['A371299321047', 'check-letter', 'should be E'],
  ['G37129932104T', 'temporary G37129932104T', 'T counts 16'],
  ['F37129932104T', 'check-letter', 'F comes of counting the last letter as 0'],
  ['G37129932104S', 'characters', 'S is never used'],
  ['I371299321047', 'characters', 'I is never used'],
  ['E371299321O47', 'characters, perhaps E371299321047', 'letter O for the digit'],
  ['371299321047', 'length', 'no check letter'],
  [' e371 2993\u00a021047 ', 'permanent E371299321047', 'lower case, spaces, a no-break space'],
  ['Y909299415260', 'permanent Y909299415260', 'Cumbria, abolished, stays right'],
  ['J999299321047', 'authority', '999 is no authority'],
  ['E371299312047', 'check-letter', 'two digits swapped'],
  ['A825499322008', 'permanent A825499322008', 'remainder 0'],
  ['Z825499322017', 'permanent Z825499322017', 'remainder 22'],
  ['R201100018042', 'permanent R201100018042', 'published vector'],
  ['T20110001804V', 'temporary T20110001804V', 'published vector'],
])('%s is %s (%s)', (text, verdict) => expect(told(text)).toBe(verdict))

test.each(['', '  ', '-', 'n/a', 'N/A', 'none', 'Unknown', 'UN1', 'un5', 'NULL', '\ufeff'])(
  '%j is no UPN',
  (text) => expect(readUpn(text)).toEqual({ kind: 'missing' }),
)

describe('only plain letters and digits count', () => {
  test.each([
    ['Е371299321047', 'characters', 'Cyrillic Е'],
    ['E37129932104７', 'characters', 'full-width digit'],
    ['E37129932104٧', 'characters', 'Arabic-Indic digit'],
    ['E371-2993-21047', 'length', 'hyphens are not taken away'],
    ['E3712993210.7', 'characters', 'a dot'],
    ['\u200bE371299321047', 'permanent E371299321047', 'zero-width space'],
  ])('%s is %s (%s)', (text, verdict) => expect(told(text)).toBe(verdict))
})

test('the message names the letter that the digits would give, and that a digit may be the mistake', () => {
  const upn = readUpn('A371299321047')
  expect(upn.kind === 'refused' && upn.says).toContain('would be E, but one of the digits')
})

test('an abolished authority’s UPN says when the authority ended', () => {
  expect(readUpn('Y909299415260')).toMatchObject({ authorityClosedOn: '2023-03-31', yearGiven: 2015 })
})

test('every change of one digit calls for another check letter', () => {
  const upn = 'E371299321047'
  for (let at = 1; at < 13; at++)
    for (const digit of '0123456789')
      if (digit !== upn[at])
        expect(checkLetter((upn.slice(0, at) + digit + upn.slice(at + 1)).slice(1))).not.toBe('E')
})

test('columns of UPNs are told from columns of other numbers, right or wrong', () => {
  expect(['E371299321O47', '371299321047', 'a371299321047'].map(looksLikeUpn)).toEqual([true, true, true])
  expect(['1234567890', 'A1234', '001001', '6f1c2d3e-aaaa'].map(looksLikeUpn)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect([isTemporaryUpn('G37129932104T'), isTemporaryUpn('E371299321047')]).toEqual([true, false])
})

test('the seed’s own copy of the rule agrees with this one', () => {
  for (let nth = 0; nth < 3000; nth++) {
    expect(readUpn(inventedUpn('3712999', 2020 + (nth % 7), nth)).kind).toBe('valid')
    expect(readUpn(inventedUpn('3712999', 2020, nth, true))).toMatchObject({ kind: 'valid', temporary: true })
  }
})
