import { expect, test } from 'vitest'
import { yearGroupByAge } from '../../../app/features/pupils/rules/year-group'

test.each([
  ['2020-08-31', '2008-09-01', '6'],
  ['2020-08-31', '2008-08-31', '7'],
  ['2020-09-01', '2004-09-01', '11'],
  ['2020-09-01', '2004-08-31', '12'],
  ['2026-06-15', '2021-08-31', 'R'],
  ['2026-06-15', '2021-09-01', 'N2'],
  ['2026-06-15', '2014-09-01', '6'],
  ['2026-06-15', '2015-09-01', '5'],
  ['2026-06-15', '2016-02-29', '5'],
  ['2026-06-15', '1990-01-01', null],
])('on %s a child born %s belongs in %s', (on, birth, year) => expect(yearGroupByAge(birth, on)).toBe(year))

test('where years roll over on 1 August', () =>
  expect(yearGroupByAge('2016-02-29', '2026-08-01', '08-01')).toBe('6'))
