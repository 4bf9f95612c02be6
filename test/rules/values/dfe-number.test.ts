import { expect, test } from 'vitest'
import { dfeNumberMessages, readDfeNumber, showDfeNumber } from '../../../app/values/dfe-number'
import { currentAuthorities, upnLaCodes } from '../../../app/values/local-authorities.table'

test.each(['3712996', '371/2996', '371 2996', '371-2996', '  371 2996\t'])(
  '%j is the school 371 2996',
  (text) => {
    expect(readDfeNumber(text)).toMatchObject({
      ok: true,
      number: '3712996',
      authority: 'Doncaster',
      abolished: false,
    })
  },
)

test.each([
  ['', 'missing'],
  ['371299', 'form'],
  ['37129960', 'form'],
  ['371.2996', 'form'],
  ['3710000', 'form'],
  ['140123', 'form'],
  ['6602000', 'outside-england'],
  ['7022000', 'outside-england'],
  ['9992000', 'authority'],
  ['0012000', 'authority'],
] as const)('%j is refused: %s', (text, why) => {
  expect(readDfeNumber(text)).toEqual({ ok: false, why })
  expect(dfeNumberMessages[why]).toMatch(/\.$/)
})

test('a number under an abolished authority is taken and marked', () => {
  expect(readDfeNumber('909 3000')).toMatchObject({ ok: true, abolished: true, authority: 'Cumbria' })
})

test('shown with a space', () => expect(showDfeNumber('3712996')).toBe('371 2996'))

test('153 authorities today, 195 codes inside UPNs, none twice', () => {
  expect(new Set(currentAuthorities.map(({ code }) => code)).size).toBe(153)
  expect(new Set(upnLaCodes).size).toBe(195)
})
