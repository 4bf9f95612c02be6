import { describe, expect, test } from 'vitest'
import { mustMend } from '../../../app/features/pupils/rules/problem'
import { readPupil } from '../../../app/features/pupils/rules/read-pupil'
import type { Cells } from '../../../app/features/pupils/rules/reading'

const TODAY = '2026-06-15'
const named: Cells = { last_name: 'Okafor', first_name: 'Chidera' }
const read = (cells: Cells, today = TODAY) => readPupil({ ...named, ...cells }, { today })
const rules = (cells: Cells, today?: string) =>
  read(cells, today).problems.map(({ severity, rule }) => `${severity} ${rule}`)

describe('one field at a time: cell, value, problems', () => {
  test.each<[keyof Cells, string, unknown, string[]]>([
    ['date_of_birth', '17/03/2015', '2015-03-17', []],
    ['date_of_birth', '', null, ['warning DOB_MISSING']],
    ['date_of_birth', '07/03/16', '2016-03-07', ['warning DOB_TWO_DIGIT_YEAR']],
    ['date_of_birth', '31/02/2017', null, ['error DOB_INVALID']],
    ['date_of_birth', '16/06/2026', null, ['error DOB_FUTURE']],
    ['date_of_birth', '14/05/1978', null, ['error DOB_AGE_RANGE']],
    ['date_of_birth', '#REF!', null, ['warning CELL_FAULT', 'warning DOB_MISSING']],
    ['entry_date', '04/09/2019', '2019-09-04', []],
    ['entry_date', '04/09/27', '2027-09-04', ['warning DATE_TWO_DIGIT_YEAR']],
    ['entry_date', 'soon', null, ['warning DATE_INVALID']],
    ['gender', 'Girl', 'F', []],
    ['gender', 'f', 'F', []],
    ['gender', '1', 'M', ['warning CODE_LEGACY']],
    ['gender', 'toString', null, ['warning CODE_UNKNOWN']],
    ['gender', 'Z', null, ['warning CODE_UNKNOWN']],
    ['year_group', 'Year  R', 'R', []],
    ['year_group', 'Y06', '6', []],
    ['year_group', '6.0', '6', []],
    ['year_group', 'Year 13', '13', []],
    ['year_group', '0', 'R', []],
    ['year_group', '-1', 'N2', []],
    ['year_group', '-2', null, ['warning CODE_UNKNOWN']],
    ['year_group', 'FS2', 'R', []],
    ['year_group', 'M', null, ['warning CODE_UNKNOWN']],
    ['year_group', '27', null, ['warning CODE_UNKNOWN']],
    ['year_group', 'Nursery', null, ['warning CODE_AMBIGUOUS']],
    ['class_group', '3, Oak', '3, Oak', []],
    ['class_group', '2E1', '2E1', []],
    ['class_group', '2.00E+01', '2.00E+01', ['warning CLASS_DAMAGED']],
    ['class_group', '03/04/2026', '03/04/2026', ['warning CLASS_DAMAGED']],
    ['class_group', 'x'.repeat(51), null, ['warning TEXT_TOO_LONG']],
    ['ethnicity', 'wbri', 'WBRI', []],
    ['ethnicity', 'White - British', 'WBRI', []],
    ['ethnicity', 'WEEU', 'WEEU', []],
    ['ethnicity', 'Not known', 'NOBT', []],
    ['ethnicity', '', null, []],
    ['ethnicity', '-', null, []],
    ['ethnicity', 'XXXX', null, ['warning CODE_UNKNOWN']],
    ['ethnicity', 'GROM', null, ['warning CODE_UNKNOWN']],
    ['sen_status', 'SEN support', 'K', ['warning SEN_PROVISION_WITHOUT_NEED']],
    ['sen_status', 'None', 'N', []],
    ['sen_status', 'N', 'N', []],
    ['sen_status', 'School Action+', 'P', ['warning CODE_LEGACY']],
    ['sen_status', 'Y', null, ['warning CODE_UNKNOWN']],
    ['fsm', 'T', 'yes', []],
    ['fsm', 'FALSE', 'no', []],
    ['fsm', 'Not Eligible', 'no', []],
    ['fsm', '✓', 'yes', []],
    ['fsm', '', null, []],
    ['fsm', 'Not recorded', null, []],
    ['fsm', 'Refused', null, []],
    ['fsm', 'maybe', null, ['warning CODE_UNKNOWN']],
    ['attendance_percent', '96.34', 96.34, []],
    ['attendance_percent', '96,3 %', 96.3, []],
    ['attendance_percent', '0.963', 96.3, []],
    ['attendance_percent', '0.5%', 0.5, []],
    ['attendance_percent', '1', 100, ['warning ATTENDANCE_ONE']],
    ['attendance_percent', '101', null, ['warning ATTENDANCE_IMPOSSIBLE']],
    ['attendance_percent', 'good', null, ['warning NUMBER_INVALID']],
    ['attendance_possible', '12.5', null, ['warning NUMBER_INVALID']],
    ['title', 'Miss', 'Miss', []],
    ['username', '=cmd', '=cmd', ['warning FORMULA_LIKE']],
    ['left_on', '18/12/2025', '2025-12-18', []],
  ])('%s %j → %j %j', (field, cell, value, problems) => {
    const cells: Cells = field === 'sen_status' ? { sen_status: cell, sen_need: '' } : { [field]: cell }
    expect(read(cells).values).toMatchObject({ [field]: value })
    expect(rules(cells)).toEqual(problems)
  })
})

describe('names', () => {
  test.each([
    ['Null', 'Na'],
    ['None', 'True'],
    ["D'Arcy-Smythe", 'Zoë'],
    ['Núñez García', 'María José'],
    ['Clem', 'Robert "Bobby"'],
  ])('%s, %s is a name', (last_name, first_name) => {
    expect(readPupil({ last_name, first_name }, { today: TODAY })).toMatchObject({
      values: { last_name, first_name },
      problems: [],
    })
  })

  test.each(['', ' ', '-', '--', '.', '(blank)', 'N/A', '?'])(
    '%j is no name, and the row is refused',
    (last_name) => {
      expect(readPupil({ last_name, first_name: 'Kasper' }, { today: TODAY }).problems).toMatchObject([
        { field: 'last_name', severity: 'error', rule: 'NAME_MISSING' },
      ])
    },
  )

  test.each(['Gr?v?tis', 'JosÃ© Maria'.split(' ')[0] ?? '', 'Conn\ufffdr'])(
    '%s has lost letters',
    (last_name) => {
      expect(rules({ last_name })).toEqual(['warning NAME_SUSPECT_CHARACTER'])
    },
  )

  test('white space, invisible signs and separate accents are put in order', () => {
    expect(read({ last_name: '\u00a0Nu\u0301n\u0303ez \t Garci\u0301a\u200b ' }).values.last_name).toBe(
      'Núñez García',
    )
  })

  test('a whole name is split only at a comma', () => {
    const whole = (full_name: string) => readPupil({ full_name }, { today: TODAY })
    expect(whole('Smith, Jane Ann').values).toMatchObject({ last_name: 'Smith', first_name: 'Jane Ann' })
    expect(whole('Jane Smith').problems).toMatchObject([
      { field: 'full_name', severity: 'error', rule: 'NAME_NOT_SPLIT' },
    ])
    expect(whole('Smith, Jane, Miss').problems).toMatchObject([{ rule: 'NAME_NOT_SPLIT' }])
    expect(whole('').problems.map(({ rule }) => rule)).toEqual(['NAME_MISSING', 'NAME_MISSING'])
  })

  test('a name cell with a failed formula refuses the row', () => {
    expect(rules({ last_name: '#NAME?' })).toEqual(['warning CELL_FAULT', 'error NAME_MISSING'])
  })
})

describe('SEN needs', () => {
  test.each([
    ['SLCN', ['SLCN']],
    ['SLCN;SPLD', ['SLCN', 'SPLD']],
    ['SLCN\r\nSPLD', ['SLCN', 'SPLD']],
    ['SLCN, SPLD', ['SLCN', 'SPLD']],
    ['SLCN SPLD', ['SLCN', 'SPLD']],
    ['slcn/spld', ['SLCN', 'SPLD']],
    ['Speech, Language and Communication Needs; Autism', ['SLCN', 'ASD']],
    ['Other difficulty / disability', ['OTH']],
    ['MLD;MLD', ['MLD']],
    ['', []],
    ['N/A', []],
  ])('%j is %j', (sen_need, needs) => {
    const { values, problems } = read({ sen_status: 'K', sen_need })
    expect(values.sen_need).toEqual(needs)
    expect(problems.map(({ rule }) => rule)).toEqual(needs.length > 0 ? [] : ['SEN_PROVISION_WITHOUT_NEED'])
  })

  test('an unknown need is left out, the others stay; an ended one is kept with a warning', () => {
    expect(read({ sen_status: 'K', sen_need: 'SLCN; Wobbly' }).values.sen_need).toEqual(['SLCN'])
    expect(rules({ sen_status: 'K', sen_need: 'SLCN; Wobbly' })).toEqual(['warning CODE_UNKNOWN'])
    expect(rules({ sen_status: 'K', sen_need: 'BESD' })).toEqual(['warning CODE_LEGACY'])
  })
})

describe('fields against each other', () => {
  test.each<[Cells, string[]]>([
    [{ in_care: 'Y', ever_in_care: 'N' }, ['warning CARE_CONTRADICTION']],
    [{ in_care: 'Y', ever_in_care: '' }, []],
    [{ fsm: 'T', fsm6: 'F' }, ['warning FSM_CONTRADICTION']],
    [{ fsm6: 'Y', pupil_premium: 'N' }, ['warning PUPIL_PREMIUM_CONTRADICTION']],
    [{ sen_status: 'N', sen_need: 'SLCN' }, ['warning SEN_NEED_WITHOUT_PROVISION']],
    [{ sen_status: 'E', sen_need: 'NSA' }, ['warning SEN_NSA_WITH_EHCP']],
    [{ sen_status: 'K' }, []],
    [{ eal: 'N', language: 'POL' }, ['warning EAL_CONTRADICTION']],
    [{ date_of_birth: '30/10/2020', entry_date: '02/09/2019' }, ['warning ENTRY_BEFORE_BIRTH']],
    [{ entry_date: '02/09/2019', left_on: '01/09/2019' }, ['warning LEFT_BEFORE_ENTRY']],
    [{ date_of_birth: '21/07/2016', year_group: '4' }, ['warning YEAR_DOB_MISMATCH']],
    [{ date_of_birth: '21/07/2016', year_group: 'X' }, []],
    [
      { attendance_possible: '190', attendance_authorised: '150', attendance_unauthorised: '60' },
      ['warning ATTENDANCE_IMPOSSIBLE'],
    ],
    [{ upn: 'Y909299415260', date_of_birth: '01/09/2023' }, ['warning UPN_LA_ABOLISHED']],
  ])('%j: %j', (cells, expected) => expect(rules(cells)).toEqual(expected))

  test('in August the old year group and the new one are both right', () => {
    expect(rules({ date_of_birth: '21/07/2016', year_group: '5' }, '2026-08-20')).toEqual([])
    expect(rules({ date_of_birth: '21/07/2016', year_group: '6' }, '2026-08-20')).toEqual([])
    expect(rules({ date_of_birth: '21/07/2016', year_group: '4' }, '2026-08-20')).toEqual([
      'warning YEAR_DOB_MISMATCH',
    ])
  })

  test('a nursery child’s year comes from the date of birth', () => {
    expect(read({ date_of_birth: '01/10/2021', year_group: 'Nursery' }).values.year_group).toBe('N2')
    expect(read({ date_of_birth: '01/10/2022', year_group: 'Nursery' }).values.year_group).toBe('N1')
  })

  test.each([
    ['ENG', 'no'],
    ['English', 'no'],
    ['ENB', 'no'],
    ['POL', 'yes'],
    ['AKAF', 'yes'],
    ['Polish', 'yes'],
    ['NOT', null],
    ['Refused', null],
    ['', null],
  ])('first language %j: EAL %s', (language, eal) => expect(read({ language }).values.eal).toBe(eal))

  test('attendance is worked out from sessions; none possible is not known', () => {
    const sessions = (possible: string, authorised: string, unauthorised: string) =>
      read({
        attendance_possible: possible,
        attendance_authorised: authorised,
        attendance_unauthorised: unauthorised,
      }).values.attendance_percent
    expect([sessions('312', '6', '0'), sessions('0', '0', '0'), sessions('312', '', '0')]).toEqual([
      98.1,
      null,
      null,
    ])
    expect(read({ attendance_possible: '200', attendance_attended: '190' }).values.attendance_percent).toBe(
      95,
    )
  })
})

test('the school’s own number serves as username where there is none', () => {
  expect(read({ local_id: '000123' })).toMatchObject({ values: { username: '000123' }, localId: '000123' })
  expect(read({ local_id: '000123', username: 'cokafor' })).toMatchObject({
    values: { username: 'cokafor' },
    localId: '000123',
  })
})

test('a former UPN only helps to match', () => {
  expect(read({ former_upn: 'e371299321047' }).formerUpn).toBe('E371299321047')
  expect(read({ former_upn: 'E371299321048' })).toMatchObject({ formerUpn: null, problems: [] })
})

test('a row of another school is refused', () => {
  const school = (dfe_number: string) =>
    readPupil({ ...named, dfe_number }, { today: TODAY, dfeNumber: '3712999' }).problems
  expect(['371/2999', '2999', '3712999', ''].flatMap(school)).toEqual([])
  expect(school('371/2998')).toMatchObject([{ severity: 'error', rule: 'SCHOOL_OTHER' }])
})

test('what a file may bring but a form may not', () => {
  const { problems } = read({ ethnicity: 'XXXX', upn: 'G37129932104T' })
  expect(problems.map((problem) => [problem.rule, mustMend(problem)])).toEqual([
    ['UPN_TEMPORARY', false],
    ['CODE_UNKNOWN', true],
  ])
})

test('a settled month-first column is read so', () => {
  const { values } = readPupil(
    { ...named, date_of_birth: '03/07/2015' },
    { today: TODAY, dateOrder: { date_of_birth: 'month-first' } },
  )
  expect(values.date_of_birth).toBe('2015-03-07')
})
