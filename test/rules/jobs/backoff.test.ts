import { describe, expect, test } from 'vitest'
import { diedTooOften, nextTryAfter } from '../../../app/server/queue/backoff'
import { days, times } from '../../../app/server/queue/job'

const DAY = 24 * 60 * 60_000
const tried = (attempts: number, rest: { deaths?: number; firstDueAt?: number } = {}) => ({
  attempts,
  deaths: 0,
  firstDueAt: 0,
  ...rest,
})

describe('the wait before the next try', () => {
  test.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [10, 2560],
    [11, 3600],
    [400, 3600],
  ])('after try %i it is %i seconds', (attempts, seconds) => {
    expect(nextTryAfter(days(2), tried(attempts), 0, 0)).toBe(seconds * 1000)
  })

  test('is up to a fifth longer by chance', () => {
    expect(nextTryAfter(days(2), tried(1), 0, 1)).toBe(6000)
    expect(nextTryAfter(days(2), tried(1), 0, 0.5)).toBe(5500)
  })
})

describe('no further try', () => {
  test('after so many tries', () => {
    expect(nextTryAfter(times(3), tried(2), 99 * DAY, 0)).toBe(10_000)
    expect(nextTryAfter(times(3), tried(3), 0, 0)).toBeNull()
  })

  test('so long after it was first due, whenever it was asked for', () => {
    const firstDueAt = 10 * DAY
    expect(nextTryAfter(days(2), tried(30, { firstDueAt }), 12 * DAY - 1, 0)).not.toBeNull()
    expect(nextTryAfter(days(2), tried(30, { firstDueAt }), 12 * DAY, 0)).toBeNull()
  })

  test('but five tries always, also when no worker ran for weeks or the clock was moved', () => {
    expect(nextTryAfter(days(2), tried(4), 99 * DAY, 0)).not.toBeNull()
    expect(nextTryAfter(days(2), tried(5), 99 * DAY, 0)).toBeNull()
  })
})

test('a job that takes its process with it is given up in the end', () => {
  expect(diedTooOften(times(3), tried(3, { deaths: 2 }), 0)).toBe(false)
  expect(diedTooOften(times(3), tried(4, { deaths: 3 }), 0)).toBe(true)
  expect(diedTooOften(days(2), tried(60), 9 * DAY)).toBe(false)
  // A message must outlive any number of restarts in a row, and any time without a worker.
  expect(diedTooOften(days(2), tried(500, { deaths: 499 }), 2 * DAY - 1)).toBe(false)
  expect(diedTooOften(days(2), tried(20, { deaths: 19 }), 9 * DAY)).toBe(false)
  expect(diedTooOften(days(2), tried(21, { deaths: 20 }), 2 * DAY)).toBe(true)
})
