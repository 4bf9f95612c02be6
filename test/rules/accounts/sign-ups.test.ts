import { expect, test } from 'vitest'
import {
  KEPT_DAYS,
  LINK_DAYS,
  linkState,
  signUpsKeptSince,
} from '../../../app/features/accounts/rules/sign-ups'

const DAY_MS = 86_400_000
const at = Date.parse('2026-11-24T09:00:00Z')
const signUp = { linkSentAt: at, linkVersion: 2, userId: null }

test.each([
  ['open', signUp, 2, 0],
  ['open', signUp, 2, LINK_DAYS * DAY_MS - 1],
  ['expired', signUp, 2, LINK_DAYS * DAY_MS],
  ['replaced', signUp, 1, 0],
  ['replaced', signUp, 1, LINK_DAYS * DAY_MS],
  ['done', { ...signUp, userId: 'u' }, 2, 0],
  ['done', { ...signUp, userId: 'u' }, 1, LINK_DAYS * DAY_MS],
  ['gone', null, 2, 0],
] as const)('%s: %o, link %i, after %i ms', (state, row, version, later) => {
  expect(linkState(row, version, at + later)).toBe(state)
})

test('a link can be renewed for longer than it opens', () => {
  expect(KEPT_DAYS).toBeGreaterThan(LINK_DAYS)
  expect(signUpsKeptSince(at)).toBe(at - KEPT_DAYS * DAY_MS)
})
