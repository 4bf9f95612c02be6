import { expect, test } from 'vitest'
import type { FieldName } from '../../../app/features/pupils/rules/fields'
import { codeLabel, shown, written } from '../../../app/features/pupils/rules/labels'

test.each<[FieldName, string | string[] | number | null, string]>([
  ['sen_status', 'K', 'SEN support'],
  ['sen_status', 'A', 'School Action'],
  [
    'sen_need',
    ['SLCN', 'BESD'],
    'Speech, language and communication needs; Behaviour, emotional and social difficulties',
  ],
  ['ethnicity', 'WEEU', 'White Eastern European'],
  ['year_group', 'R', 'Reception'],
  ['fsm', 'no', 'No'],
  ['fsm', null, ''],
  ['date_of_birth', '2015-03-07', '7 March 2015'],
  ['attendance_percent', 96.3, '96.3 %'],
  ['last_name', 'Null', 'Null'],
])('%s %j is shown as %s', (field, value, words) => {
  expect(shown(field, value)).toBe(words)
})

test('exports join needs and keep small percentages apart from fractions', () => {
  expect(written('sen_need', ['SLCN', 'SPLD'])).toBe('SLCN;SPLD')
  expect([
    written('attendance_percent', 0.5),
    written('attendance_percent', 96.3),
    written('attendance_possible', 1),
  ]).toEqual(['0.5%', '96.3', '1'])
})

test('a code that is in no list is shown as it stands', () =>
  expect(codeLabel('ethnicity', 'ABCD')).toBe('ABCD'))
