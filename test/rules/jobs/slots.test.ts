import { describe, expect, test } from 'vitest'
import { jobs } from '../../../app/jobs'
import { lastSlot, slotKey, type Daily } from '../../../app/server/queue/slots'

const at = (iso: string) => Date.parse(iso)

describe('the last time that a daily job was to run', () => {
  // In summer London is an hour ahead of UTC; in 2026 from 29 March, 01:00 UTC, to 25 October, 01:00 UTC.
  test.each<[Daily, string, string]>([
    ['03:20 Europe/London', '2026-01-15T03:20:00.000Z', '2026-01-15T03:20:00.000Z'],
    ['03:20 Europe/London', '2026-01-15T03:19:59.999Z', '2026-01-14T03:20:00.000Z'],
    ['03:20 Europe/London', '2026-07-15T02:20:00.000Z', '2026-07-15T02:20:00.000Z'],
    ['03:20 Europe/London', '2026-07-15T02:19:59.999Z', '2026-07-14T02:20:00.000Z'],
    ['03:20 Europe/London', '2026-03-29T02:00:00.000Z', '2026-03-28T03:20:00.000Z'],
    ['03:20 Europe/London', '2026-03-29T02:20:00.000Z', '2026-03-29T02:20:00.000Z'],
    ['03:20 Europe/London', '2026-10-25T03:00:00.000Z', '2026-10-24T02:20:00.000Z'],
    ['03:20 Europe/London', '2026-10-25T03:20:00.000Z', '2026-10-25T03:20:00.000Z'],
    // In the first hour of a summer's day in London it is still the day before in UTC.
    ['00:10 Europe/London', '2026-07-14T23:30:00.000Z', '2026-07-14T23:10:00.000Z'],
  ])('%s, asked at %s, is %s', (every, now, slot) => {
    expect(new Date(lastSlot(every, at(now))).toISOString()).toBe(slot)
  })

  test('comes once for each day of a year, however often one looks', () => {
    const found = new Set<number>()
    const HALF_HOUR = 30 * 60_000
    for (let now = at('2026-01-01T12:00:00Z'); now < at('2027-01-01T12:00:00Z'); now += HALF_HOUR)
      found.add(lastSlot('03:20 Europe/London', now))
    expect(found.size).toBe(366)
  })
})

test('the key of a slot is made from its moment', () => {
  expect(slotKey('server.tidy', at('2026-07-15T02:20:00Z'))).toBe('slot:server.tidy:2026-07-15T02:20:00.000Z')
})

describe('every job of the product', () => {
  test.each(Object.entries(jobs).filter(([, { every }]) => every))(
    '%s runs outside the hour that London skips and repeats',
    (_, { every }) => {
      expect(every).toMatch(/^(0[02-9]|1\d|2[0-3]):[0-5]\d Europe\/London$/)
    },
  )

  test.each(Object.keys(jobs))('%s has a name that its row can hold', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z-]{2,40}$/)
  })
})
