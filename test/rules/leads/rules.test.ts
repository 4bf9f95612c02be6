import { expect, test } from 'vitest'
import { isPersonsName, mayConfirm, readPhone, sentTooSoon } from '../../../app/features/leads/rules'

const shown = Date.UTC(2026, 10, 25, 9)
const HOUR_MS = 60 * 60_000

test.each([
  [null, 0, true, 'a form that does not say when it was shown'],
  [shown, 0, true, 'at once'],
  [shown, 1_999, true, 'a moment before two seconds'],
  [shown, 2_000, false, 'after two seconds'],
  [shown, -5_000, true, 'shown in the future'],
])('sent too soon: %s + %i ms → %s: %s', (shownAt, later, expected, _when) => {
  expect(sentTooSoon(shownAt, shown + later)).toBe(expected)
})

test.each([
  [null, true, 'who never asked before'],
  [shown - HOUR_MS, true, 'who asked an hour ago'],
  [shown - HOUR_MS + 1, false, 'who asked within the hour'],
])('may be sent a confirmation: %s → %s: %s', (before, expected, _who) => {
  expect(mayConfirm(before, shown)).toBe(expected)
})

test.each([
  ['Ngozi', true],
  ['Mary-Jane O’Neil', true],
  ['Nuñez de la Cruz', true],
  ['J.R.R.', true],
  ['J.Smith', true],
  ['李', true],
  ['Win at casino.example', false],
  ['https://x.y', false],
  ['me@example.org', false],
  ['two\nlines', false],
])('can be a name: %j → %s', (text, expected) => {
  expect(isPersonsName(text)).toBe(expected)
})

test.each([
  ['01302 360246', '01302 360246'],
  ['  +44 (0)1302   360246 ', '+44 (0)1302 360246'],
  ['01302 360246 ext. 12', '01302 360246 ext. 12'],
  ['360246', null],
  ['ring me on 01302 360246', null],
  ['', null],
])('telephone %j → %j', (typed, kept) => {
  expect(readPhone(typed)).toBe(kept)
})
