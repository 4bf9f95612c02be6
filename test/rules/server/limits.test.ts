import { expect, test } from 'vitest'
import { makeLimits } from '../../../app/server/limits.server'
import { limitsTable } from '../../../app/server/limits.table'

test('the limits that are promised to people', () => {
  expect(limitsTable['sign-in.account']).toEqual({ points: 10, seconds: 900 })
  expect(limitsTable['sign-in.address']).toEqual({ points: 60, seconds: 900 })
  expect(limitsTable['public-form.address']).toEqual({ points: 60, seconds: 600 })
})

test('one try more than the limit is refused, with the time to wait; another key and another limit are free', async () => {
  const limits = makeLimits(null)
  for (let tried = 0; tried < 10; tried++)
    expect(await limits.take('sign-in.account', 'u1')).toEqual({ ok: true })
  const refused = await limits.take('sign-in.account', 'u1')
  expect(refused.ok).toBe(false)
  if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(890)
  expect(await limits.take('sign-in.account', 'u2')).toEqual({ ok: true })
  expect(await limits.take('sign-in.address', 'u1')).toEqual({ ok: true })
})

test('a try that was given back does not count', async () => {
  const limits = makeLimits(null)
  for (let tried = 0; tried < 30; tried++) {
    expect(await limits.take('sign-in.account', 'u1')).toEqual({ ok: true })
    await limits.giveBack('sign-in.account', 'u1')
  }
})

test('many at once get no more than the limit', async () => {
  const limits = makeLimits(null)
  const taken = await Promise.all(Array.from({ length: 50 }, () => limits.take('confirm.user', 'u1')))
  expect(taken.filter(({ ok }) => ok)).toHaveLength(10)
})

test('changing addresses within one IPv6 network does not help', async () => {
  const limits = makeLimits(null)
  const taken = await Promise.all(
    Array.from({ length: 61 }, (_, at) =>
      limits.take('public-form.address', `2001:db8:1:2::${(at + 1).toString(16)}`),
    ),
  )
  expect(taken.filter(({ ok }) => !ok)).toHaveLength(1)
  expect(await limits.take('public-form.address', '2001:db8:1:3::1')).toEqual({ ok: true })
})
