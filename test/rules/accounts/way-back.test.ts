import { expect, test } from 'vitest'
import { FRESH_FOR_MS, isFresh, ownPath } from '../../../app/features/accounts/rules'

test.each(['/portal', '/portal/pupils?year=6&q=O%27Connor', '/staff/leads#top', '/'])(
  '%s is followed',
  (to) => {
    expect(ownPath(to)).toBe(to)
  },
)

test.each([
  ['//evil.example', 'another host'],
  ['/\\evil.example', 'another host, as browsers read it'],
  ['https://evil.example/portal', 'a whole address'],
  ['javascript:alert(1)', 'a script'],
  ['portal', 'no path'],
  ['', 'nothing'],
  ['/portal\nSet-Cookie: a=b', 'a second header line'],
  ['/\t/evil.example', 'browsers drop tabs'],
  ['/portal\\..\\x', 'backslashes are slashes to browsers'],
  ['/é', 'not as browsers write it'],
  ['/sign-in?to=/sign-in', 'a circle'],
  ['/sign-out', 'out again at once'],
  [`/${'a'.repeat(600)}`, 'too long'],
])('%s is not: %s', (to) => {
  expect(ownPath(to)).toBe(null)
})

test('what is no text is not', () => {
  expect(ownPath(null)).toBe(null)
  expect(ownPath(['/portal'])).toBe(null)
})

test.each([
  [0, true],
  [FRESH_FOR_MS - 1, true],
  [FRESH_FOR_MS, false],
])('a password given %i ms ago is fresh: %s', (ago, fresh) => {
  expect(isFresh(1_000_000_000, 1_000_000_000 + ago)).toBe(fresh)
})
