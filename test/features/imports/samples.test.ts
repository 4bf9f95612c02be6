import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, save, upload } from './an-upload'
import { addsUp, type ImportReport, type Problem } from './report'
import { expectations, semicolon, sims, variants, type Record_, type Verdict } from './sims-sample'
import { roll, type Exported } from './the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: `${expectations.reference_date}T09:00:00Z` })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

const { records } = expectations
const pupilRows = records.filter(({ verdict_any_of: [first] }) => first !== 'ignore')
const special = ['ethnicity', 'sen_status', 'sen_need']
const onLine = (problems: readonly Problem[], line: number) => problems.filter((one) => one.line === line)

function verdictOf(problems: readonly Problem[], line: number): Verdict {
  const severities = onLine(problems, line).map(({ severity }) => severity)
  if (severities.includes('error')) return 'reject'
  return severities.includes('warning') ? 'accept_with_warning' : 'accept'
}

const accepted = (problems: readonly Problem[]) =>
  pupilRows.filter(({ line }) => verdictOf(problems, line) !== 'reject')
/** Values of the special fields that the accepted rows hold. */
const specialValues = (problems: readonly Problem[]) =>
  accepted(problems).flatMap(({ expected }) =>
    special.map((field) => expected?.[field]).filter((value) => value !== null && [value].flat().length > 0),
  )
const exportedAs = (pupils: readonly Exported[], { expected }: Record_) =>
  pupils.filter((pupil) =>
    expected?.upn ? pupil['upn'] === expected.upn : pupil.last_name === expected?.last_name,
  )
/** Where a problem stands and what it is, apart from the column that the file has it in. */
const essence = (problems: readonly Problem[]) =>
  problems.map(({ line, field, severity, rule }) => [line, field, severity, rule].join(' ')).sort()

describe('sample-sims.csv', () => {
  let first: ImportReport
  let problems: Problem[]
  let withoutConsent: Exported[]
  let withConsent: Exported[]
  let second: ImportReport
  beforeAll(async () => {
    const one = await preview(head, { name: 'sample-sims.csv', content: sims })
    first = await one.report()
    problems = await one.problems()
    await one.commit()
    withoutConsent = await roll(head)
    const again = await preview(head, { name: 'sample-sims.csv', content: sims }, { consent_confirmed: 'on' })
    second = await again.report()
    await again.commit()
    withConsent = await roll(head)
  })

  test('is read as Windows-1252 with commas, its columns are told without asking, and what is no field of ours is not imported', () => {
    expect(first.file).toEqual({
      name: 'sample-sims.csv',
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ',',
    })
    expect(first.columns).toHaveLength(26)
    const fieldsOf = (header: string) =>
      first.columns.filter((column) => column.header === header).map(({ field }) => field)
    expect(fieldsOf('Ethnicity')).toEqual(['ethnicity', null])
    expect(fieldsOf('DOB ')).toEqual(['date_of_birth'])
    expect([...fieldsOf('Postcode'), ...fieldsOf('Preferred Forename')]).toEqual([null, null])
  })

  test('has 32 rows, of which each is counted once', () => {
    expect(addsUp(first.counts)).toBe(true)
    expect(first.counts).toMatchObject({
      rows: 32,
      ignored: 2,
      changed: 0,
      unchanged: 0,
      added: accepted(problems).length,
      refused: pupilRows.length - accepted(problems).length,
    })
  })

  test.each(records)('record $record on line $line is judged as expected', (record) => {
    const found = onLine(problems, record.line)
    const wanted = record.verdict_any_of
    if (wanted[0] === 'ignore') expect(found).toEqual([])
    else expect(wanted, JSON.stringify(found)).toContain(verdictOf(problems, record.line))
    for (const issue of record.issues.filter(({ severity }) => severity !== 'info')) {
      const told = found.filter(
        ({ field, severity }) => field?.startsWith(issue.field) && severity !== 'info',
      )
      expect(told.length, `${issue.code} at ${issue.field}: ${JSON.stringify(found)}`).toBeGreaterThan(0)
    }
  })

  test('each problem names its column by place and heading, the value as it stands in the file, and what to do', () => {
    for (const problem of problems) {
      expect(problem.message.length).toBeGreaterThan(20)
      if (problem.column !== null) expect(problem.header).toBe(first.columns[problem.column]?.header)
      // Of what may not be kept, the value is not kept either.
      if (special.includes(problem.field ?? '')) expect(problem.value).toBeNull()
    }
    const [typed] = onLine(problems, 8)
    expect(typed).toMatchObject({ field: 'upn', header: 'UPN', column: 0, value: 'K37129982O007' })
    expect(onLine(problems, 16)[0]).toMatchObject({ header: 'DOB ', value: '31/02/2017' })
    expect(onLine(problems, 12)[0]?.message).toContain('13')
    expect(onLine(problems, 13)[0]?.message).toContain('12')
  })

  test('[P8] without consent the special values are counted as held back, and none is there after the commit', () => {
    expect(specialValues(problems).length).toBeGreaterThan(40)
    expect(first.counts.held_back).toBe(specialValues(problems).length)
    expect(withoutConsent).toHaveLength(accepted(problems).length)
    for (const pupil of withoutConsent)
      expect(pupil).toMatchObject({ ethnicity: null, sen_status: null, sen_need: [] })
  })

  test('with consent attested the same file changes the same pupils, and holds nothing back', () => {
    expect(second.counts).toMatchObject({ added: 0, held_back: 0, refused: first.counts.refused })
    expect(second.counts.changed).toBe(first.counts.added)
    expect(withConsent).toHaveLength(withoutConsent.length)
  })

  test.each(pupilRows)('record $record is exported as expected', (record) => {
    const found = exportedAs(withConsent, record)
    if (verdictOf(problems, record.line) === 'reject') return expect(found).toEqual([])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject(record.expected ?? {})
    const unspecial = Object.fromEntries(
      Object.entries(record.expected ?? {}).filter(([field]) => !special.includes(field)),
    )
    expect(exportedAs(withoutConsent, record)[0]).toMatchObject(unspecial)
  })

  test.each(variants)(
    '$name, the columns in another order under other known headings, says the same of every row',
    async (variant) => {
      const one = await upload(head, variant, { consent_confirmed: 'on' })
      const report = await one.settled()
      expect(report.state, JSON.stringify(report.columns)).toBe('preview')
      expect(report.counts).toEqual({
        ...second.counts,
        changed: 0,
        unchanged: second.counts.changed,
        not_in_file: 0,
      })
      expect(essence(await one.problems())).toEqual(essence(problems))
      await one.press('discard')
    },
  )
})

test('sample-semicolon.csv has two pupils, none bad', async () => {
  const one = await save(head, semicolon)
  const report = await one.report()
  expect(report.file).toMatchObject({ encoding: 'utf-8', delimiter: ';' })
  expect(report.counts).toMatchObject({ rows: 2, added: 2, refused: 0, ignored: 0, warnings: 0 })
  expect(await roll(head)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ upn: 'M371299519001', date_of_birth: '2015-02-09', year_group: '6' }),
      expect.objectContaining({ upn: 'N371299520002', date_of_birth: '2016-02-09', year_group: '5' }),
    ]),
  )
})
