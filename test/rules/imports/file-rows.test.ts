import { describe, expect, test } from 'vitest'
import { recogniseColumns } from '../../../app/features/imports/columns'
import { FileDuplicates } from '../../../app/features/imports/rules/file-duplicates'
import { columnOf, notAPupil, rowReader } from '../../../app/features/imports/rules/file-rows'
import { findHeaderRow, presetOf } from '../../../app/features/imports/rules/header-row'
import { noValues } from '../../../app/features/pupils/rules/fields'

const HEADERS = ['Surname', 'Forename', 'DOB', 'SEN Need', 'Secondary Need']
const columns = recogniseColumns(HEADERS, [])

describe('the header row', () => {
  test.each<[string, string[][], number | null]>([
    ['in the first line', [HEADERS, ['Smith', 'Jane', '17/03/2015']], 0],
    ['below titles', [['Hill Street Primary'], ['Printed 24/11/2026', ''], [], HEADERS], 3],
    [
      'the fullest of two',
      [
        ['Surname', 'Forename', 'Notes', 'Pupils by Year'],
        ['UPN', ...HEADERS],
      ],
      1,
    ],
    ['of two columns that are both known', [['UPN', 'Name']], 0],
    [
      'nowhere',
      [
        ['a', 'b', 'c'],
        ['Year', 'x', 'y'],
      ],
      null,
    ],
    ['nowhere in the first 80 lines', [...Array.from({ length: 80 }, () => ['']), HEADERS], null],
  ])('%s', (_, rows, at) => expect(findHeaderRow(rows)).toBe(at))

  test.each([
    [['Arbor Student ID', 'Registration form', 'Legal last name', 'Enrolment date'], 'Arbor'],
    [['STUDENT LAST NAME', 'STUDENT FIRST NAME', 'ADMISSION NO.', 'TUTOR GROUP'], 'Bromcom'],
    [
      ['LearnerCode', 'LegalSurname', 'NCYear', 'RegGroup', 'EnrolementStatus'],
      'ScholarPack / Integris / RM',
    ],
    [['legal_surname', 'current_nc_year', 'premium_pupil_indicator'], 'Wonde'],
    [['Surname', 'Forename'], null],
  ])('%j is of %s', (headers, preset) => expect(presetOf(headers)).toBe(preset))
})

describe('rows that are no pupils', () => {
  test.each([
    [['', ' ', '', '', ''], 'blank'],
    [[], 'blank'],
    [['SURNAME', 'Forename ', 'DOB', 'SEN need', 'Secondary need'], 'repeated-header'],
    [['Count:', '30'], 'report-line'],
    [['', 'Total', '', '12', ''], 'report-line'],
    [['30 pupils'], 'report-line'],
    [['Page 1 of 3'], 'report-line'],
    [['Printed on 24/11/2026'], 'report-line'],
    [['Count', 'Basil', '17/03/2015'], null],
    [['Page', 'Ellen', ''], null],
    [['Reporter', '', ''], null],
  ])('%j: %s', (row, kind) => expect(notAPupil(columns)(row)).toBe(kind))
})

test('a whole name, or a UPN, makes a pupil of a row that begins like a report’s line', () => {
  const ignored = notAPupil(recogniseColumns(['Name', 'UPN', 'DOB'], []))
  expect(ignored(['Count, Basil'])).toBeNull()
  expect(ignored(['Count', 'E371299321047'])).toBeNull()
  expect(ignored(['Count', '30'])).toBe('report-line')
})

describe('a row as cells', () => {
  const read = rowReader(columns)

  test('short rows are filled up, and both needs are read', () => {
    expect(read(['Smith', 'Jane'])).toEqual({
      cells: { last_name: 'Smith', first_name: 'Jane', date_of_birth: '', sen_need: '\n' },
      problems: [],
    })
    expect(read(['Smith', 'Jane', '', 'MLD', 'SLCN']).cells.sen_need).toBe('MLD\nSLCN')
  })

  test('cells beyond the header refuse the row, blank ones do not', () => {
    expect(read(['Smith', 'Jane', '', '', '', ' ', '']).problems).toEqual([])
    expect(read(['Smith', 'Jane', '', '', '', '', 'x']).problems).toMatchObject([
      { severity: 'error', rule: 'ROW_EXTRA_CELLS', value: 'x' },
    ])
  })

  test('a problem finds its column', () => expect(columnOf(columns, 'date_of_birth')?.index).toBe(2))
})

describe('the same pupil twice in a file', () => {
  const wren = { ...noValues(), last_name: 'Farrow', first_name: 'Wren', date_of_birth: '2021-07-08' }
  const rows = [
    { line: 2, values: { ...wren, upn: 'E371299321047' } },
    { line: 3, values: { ...wren, last_name: 'FARROW', upn: null } },
    { line: 4, values: { ...wren, first_name: 'Robin', upn: 'E371299321047' } },
    { line: 5, values: { ...wren, first_name: 'Robin', upn: null } },
    { line: 6, values: { ...wren, date_of_birth: null, upn: null } },
    { line: 7, values: { ...wren, date_of_birth: null, upn: null } },
  ]
  const duplicates = new FileDuplicates()
  for (const { line, values } of rows) duplicates.note(line, values)

  test.each([
    [2, 'error UPN_DUPLICATE_IN_FILE', 'line 4'],
    [3, 'warning POSSIBLE_DUPLICATE_PERSON', 'line 2'],
    [4, 'error UPN_DUPLICATE_IN_FILE', 'line 2'],
    [5, 'warning POSSIBLE_DUPLICATE_PERSON', 'line 4'],
    [6, undefined, ''],
  ])('line %i: %s, naming %s', (line, expected, named) => {
    const [problem] = duplicates.problems(line, rows[line - 2]?.values ?? noValues())
    expect(problem && `${problem.severity} ${problem.rule}`).toBe(expected)
    expect(problem?.message ?? '').toContain(named)
  })
})
