import { describe, expect, test } from 'vitest'
import { missingColumns, recogniseColumns } from '../../../app/features/imports/columns'

const NAMES = ['Surname', 'Forename']
const fields = (headers: string[], rows: string[][] = []) =>
  recogniseColumns(headers, rows).map(({ field, sure }) => (sure ? field : [field]))
const column = (header: string, values: string[]) =>
  recogniseColumns(
    [...NAMES, header],
    values.map((value) => ['A', 'B', value]),
  )[2]

describe('one heading at a time', () => {
  test.each([
    ['UPN', 'upn'],
    ['\ufeffUPN', 'upn'],
    ['unique_pupil_number', 'upn'],
    ['DOB ', 'date_of_birth'],
    ['D.O.B.', 'date_of_birth'],
    ['Form / Tutor Group', 'class_group'],
    ['NC\u00a0Year', 'year_group'],
    ['G & T', 'gifted_talented'],
    ['M/F', 'gender'],
    ['% Attendance', 'attendance_percent'],
    ['Former UPN', 'former_upn'],
    ['DOL', 'leaving_date'],
    ['left_on', 'left_on'],
    ['Mother tongue code', 'language'],
    ['gifted_talented', 'gifted_talented'],
    ['Free school meals in the last six years', 'fsm6'],
    ['Postcode', 'ignore'],
    ['Home Address 1', 'ignore'],
    ['Parental Email', 'ignore'],
    ['Contact 1 Surname', 'ignore'],
    ['ULN', 'ignore'],
    ['Year of Entry', 'ignore'],
    ['Service Child', 'ignore'],
    ['Favourite colour', 'ignore'],
    ['', 'ignore'],
  ])('%j is %s, surely', (header, field) => expect(fields([...NAMES, header])[2]).toBe(field))

  test.each([
    ['Email address', 'username'],
    ['upi', 'upn'],
    ['PLAC', 'ever_in_care'],
    ['ProvisionName', 'sen_status'],
    ['Child’s date of birth (day first)', 'date_of_birth'],
    ['Current Year Group', 'year_group'],
  ])('%j may be %s, which is asked', (header, field) =>
    expect(fields([...NAMES, header])[2]).toEqual([field]),
  )

  test.each(['Postcode', 'Favourite colour', ''])('%j says why it is left out', (header) =>
    expect(column(header, [])?.why).toMatch(/\.$/),
  )
})

describe('several columns for one field', () => {
  test.each<[string, string[], string[][], unknown[]]>([
    ['legal over plain', ['Surname', 'Legal Surname', 'Forename'], [], ['ignore', 'last_name', 'first_name']],
    [
      'legal over preferred',
      ['Legal Surname', 'Preferred Surname', 'Forename'],
      [],
      ['last_name', 'ignore', 'first_name'],
    ],
    [
      'code by its heading',
      [...NAMES, 'Ethnicity', 'Ethnicity Code'],
      [],
      ['last_name', 'first_name', 'ignore', 'ethnicity'],
    ],
    [
      'code by its values',
      [...NAMES, 'Ethnicity', 'Ethnicity'],
      [['A', 'B', 'White - British', 'WBRI']],
      ['last_name', 'first_name', 'ignore', 'ethnicity'],
    ],
    [
      'equal values',
      [...NAMES, 'Reg', 'Class'],
      [['A', 'B', '6B', '6B']],
      ['last_name', 'first_name', 'class_group', 'ignore'],
    ],
    [
      'plain over weak',
      [...NAMES, 'Email address', 'Username'],
      [],
      ['last_name', 'first_name', 'ignore', 'username'],
    ],
    [
      'any number of the school’s own',
      [...NAMES, 'Student ID', 'Adno'],
      [],
      ['last_name', 'first_name', 'ignore', 'local_id'],
    ],
    [
      'first and second need',
      [...NAMES, 'SEN need (primary)', 'SEN need (secondary)'],
      [],
      ['last_name', 'first_name', 'sen_need', 'sen_need'],
    ],
    [
      'otherwise a person chooses',
      [...NAMES, 'Reg', 'Class'],
      [['A', 'B', '6B', 'Oak']],
      ['last_name', 'first_name', ['class_group'], ['ignore']],
    ],
  ])('%s', (_, headers, rows, expected) => expect(fields(headers, rows)).toEqual(expected))
})

describe('names', () => {
  test('preferred names stand in only where asked', () => {
    expect(fields(['Preferred Surname', 'Preferred Forename'])).toEqual([['last_name'], ['first_name']])
  })

  test('one column of whole names will do, if a comma splits them', () => {
    expect(fields(['Name', 'DOB'], [['Smith, Jane', '']])).toEqual(['full_name', 'date_of_birth'])
    expect(fields(['Name', 'DOB'], [['Jane Smith', '']])).toEqual([['full_name'], 'date_of_birth'])
    expect(missingColumns(recogniseColumns(['Name', 'DOB'], []))).toBeNull()
  })

  test('without them the message says which, and unknown columns are asked about', () => {
    const columns = recogniseColumns(['UPN', 'Forename', 'Wobble'], [])
    expect(missingColumns(columns)).toContain('“Surname”')
    expect(missingColumns(columns)).not.toContain('“Forename”')
    expect(columns[2]).toMatchObject({ field: null, sure: false })
  })
})

describe('values may raise a doubt', () => {
  const five = (value: string) => Array.from({ length: 5 }, () => value)
  test.each([
    ['UPN', five('1234567890'), false],
    ['UPN', ['1234567890'], true],
    ['UPN', [...five('E371299321047'), 'A1'], true],
    ['UPN', five(''), true],
    ['upi', five('E371299321047'), true],
    ['DOB', five('Year 6'), false],
    ['DOB', five('31/02/2015'), true],
    ['DOB', ['03/07/2015', '12/25/2015'], false],
    ['DOB', ['17/03/2015', '12/25/2015'], false],
    ['Year', five('2025/26'), false],
    ['Attendance', five('good'), false],
  ])('%s with %j: sure is %s', (header, values, sure) => expect(column(header, values)?.sure).toBe(sure))

  test('an unknown column of UPNs is proposed', () =>
    expect(column('Wobble', five('E371299321047'))).toMatchObject({ field: 'upn', sure: false }))
})
