import { describe, expect, test } from 'vitest'
import { dateOrder, confirmedOrder } from '../../../app/values/date-order'
import { readDate } from '../../../app/values/date-text'
import { londonDate, longDate, longDateWithDay, longMoment, shortDate } from '../../../app/values/date-words'
import {
  academicYear,
  academicYearName,
  addDays,
  addMonths,
  ageOn,
  dateOf,
  isDate,
} from '../../../app/values/dates'

const TODAY = '2026-11-24'

test.each<[string, string, string?]>([
  ['17/03/2015', '2015-03-17'],
  ['7/3/2015', '2015-03-07'],
  ['17-03-2015', '2015-03-17'],
  ['9.2.2016', '2016-02-09'],
  ['2015-03-17', '2015-03-17'],
  ['2015/03/17', '2015-03-17'],
  ['2015-03-17T00:00:00', '2015-03-17'],
  ['2015-03-17T00:00:00Z', '2015-03-17'],
  ['2015-05-16T23:00:00Z', '2015-05-17', 'midnight of a London summer'],
  ['2015-05-17T00:00:00+01:00', '2015-05-17'],
  ['2015-03-17 00:00:00.000000', '2015-03-17'],
  ['17/03/2015 00:00', '2015-03-17'],
  ['17/03/2015 09:30:00', '2015-03-17'],
  ['17 Mar 2015', '2015-03-17'],
  ['17 March 2015', '2015-03-17'],
  ['Tue, 17 Mar 2015', '2015-03-17'],
  ['17-Mar-2015', '2015-03-17'],
  ['17-Mar-15', '2015-03-17'],
  ['17th March 2015', '2015-03-17'],
  ['1st Sept 2015', '2015-09-01'],
  ['42080', '2015-03-17', 'a spreadsheet’s day number'],
  ['42080.5', '2015-03-17'],
  ['29/02/2016', '2016-02-29'],
  ['07/03/16', '2016-03-07'],
  ['24/11/26', '2026-11-24', 'today is not in the future'],
  ['25/11/26', '1926-11-25', 'never in the future'],
])('%s is read as %s', (text, date) => expect(readDate(text, TODAY)).toMatchObject({ ok: true, date }))

test.each<[string, string, string?]>([
  ['31/02/2015', 'no-such-day'],
  ['29/02/2015', 'no-such-day'],
  ['0000-00-00', 'no-such-day'],
  ['1900-01-00', 'no-such-day'],
  ['32/13/2015', 'no-such-day'],
  ['03/25/2015', 'month-first'],
  ['17/03-2015', 'unreadable'],
  ['17 Brumaire 2015', 'no-such-day', 'no such month'],
  ['17/3', 'unreadable'],
  ['6', 'unreadable'],
  ['yesterday', 'unreadable'],
])('%s is not read: %s', (text, why) => expect(readDate(text, TODAY)).toEqual({ ok: false, why }))

test('month first is read only where it is settled so', () => {
  expect(readDate('03/07/2015', TODAY, 'month-first')).toMatchObject({ date: '2015-03-07' })
  expect(readDate('03/07/2015', TODAY)).toMatchObject({ date: '2015-07-03' })
})

test.each([
  [['03/07/2015', '17/03/2015'], 'day-first'],
  [['03/07/2015', '03/17/2015'], 'month-first'],
  [['03/17/2015', '17/03/2015'], 'mixed'],
  [['03/07/2015', '', '2015-03-17'], 'unknown'],
  [['32/33/2015'], 'unknown'],
] as const)('a column of %j is %s', (values, order) => expect(dateOrder(values)).toBe(order))

test('once a person has confirmed it, a column that proves months first is read so', () => {
  expect((['day-first', 'month-first', 'mixed', 'unknown'] as const).map(confirmedOrder)).toEqual([
    'day-first',
    'month-first',
    'day-first',
    'day-first',
  ])
})

describe('the calendar', () => {
  test.each([
    [2016, 2, 29, '2016-02-29'],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2015, 4, 31, null],
    [2015, 0, 1, null],
    [2015, 13, 1, null],
  ])('%i-%i-%i: %s', (year, month, day, date) => expect(dateOf(year, month, day)).toBe(date))

  test('dates, not what looks like them', () => {
    expect(['2015-02-28', '2015-02-29', '2015-2-8', ''].map(isDate)).toEqual([true, false, false, false])
  })

  test.each([
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2015-06-15', '2026-06-15', 11],
    ['2015-06-16', '2026-06-15', 10],
  ])('born %s, on %s: %i', (birth, on, age) => expect(ageOn(birth, on)).toBe(age))

  test.each([
    ['2026-08-31', 2025, '2025/26'],
    ['2026-09-01', 2026, '2026/27'],
    ['2099-12-01', 2099, '2099/00'],
  ])('%s is in the academic year %i (%s)', (on, start, name) => {
    expect(academicYear(on)).toBe(start)
    expect(academicYearName(start)).toBe(name)
  })

  test('a school may roll over in August', () => expect(academicYear('2026-08-15', '08-01')).toBe(2026))

  test('days and months on', () => {
    expect([addDays('2026-12-31', 1), addMonths('2027-01-31', 1)]).toEqual(['2027-01-01', '2027-02-28'])
  })
})

test('dates in words', () => {
  expect([longDate('2026-11-04'), longDateWithDay('2026-11-24'), shortDate('2026-11-04')]).toEqual([
    '4 November 2026',
    'Tuesday 24 November 2026',
    '4 Nov 2026',
  ])
})

test('London’s date and time, in summer an hour on', () => {
  expect(londonDate(Date.UTC(2026, 5, 30, 23, 30))).toBe('2026-07-01')
  expect(longMoment(Date.UTC(2026, 5, 30, 23, 5))).toBe('1 July 2026 at 12:05am')
  expect(longMoment(Date.UTC(2026, 10, 24, 15, 5))).toBe('24 November 2026 at 3:05pm')
})
