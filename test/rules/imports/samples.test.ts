import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { presetOf } from '../../../app/features/imports/rules/header-row'
import { fixture, readFile, type Verdict } from './read-file'

interface Expected {
  reference_date: string
  counts_strict: Record<Verdict, number>
  records: {
    record: number
    line: number
    verdict_any_of: Verdict[]
    issues: { code: string; field: string; severity: string }[]
    expected?: Record<string, unknown>
  }[]
}

const expected = JSON.parse(readFileSync(fixture('sample-sims.expectations.json'), 'utf8')) as Expected

describe('sample-sims.csv, a file with every common fault', () => {
  let read: Awaited<ReturnType<typeof readFile>>
  beforeAll(async () => {
    read = await readFile(fixture('sample-sims.csv'), expected.reference_date)
  })

  test('is read as Windows-1252 from SIMS, and every column is sure', () => {
    expect([read.encoding, read.delimiter]).toEqual(['windows-1252', ','])
    expect(presetOf(read.columns.map(({ header }) => header))).toBe('SIMS')
    expect(read.columns.filter(({ sure }) => !sure)).toEqual([])
  })

  test('keeps the column of ethnicity codes and no postcode', () => {
    const of = (header: string) =>
      read.columns.filter((column) => column.header === header).map(({ field }) => field)
    expect(of('Ethnicity')).toEqual(['ethnicity', 'ignore'])
    expect(of('DOB ')).toEqual(['date_of_birth'])
    expect(of('Postcode')).toEqual(['ignore'])
    expect(of('Preferred Forename')).toEqual(['ignore'])
    expect(of('Adno')).toEqual(['local_id'])
  })

  test.each(expected.records)('record $record on line $line', (record) => {
    const row = read.rows[record.record - 1]
    expect(row?.line).toBe(record.line)
    expect(row?.verdict).toBe(record.verdict_any_of[0])
    for (const issue of record.issues) {
      const found = row?.problems?.filter(({ rule }) => rule === issue.code) ?? []
      expect(
        found.map(({ field }) => field?.startsWith(issue.field)),
        issue.code,
      ).toContain(true)
    }
    // Nothing is reported that the expectations do not know.
    const codes = new Set(record.issues.map(({ code }) => code))
    expect(row?.problems?.map(({ rule }) => rule).filter((rule) => !codes.has(rule)) ?? []).toEqual([])
    if (record.expected) expect(row?.values).toMatchObject(record.expected)
  })

  test('counts verdicts as the strict reading of the expectations does', () => {
    const counts = Object.fromEntries(
      Object.keys(expected.counts_strict).map((verdict) => [
        verdict,
        read.rows.filter((row) => row.verdict === verdict).length,
      ]),
    )
    expect(counts).toEqual(expected.counts_strict)
  })

  test('keeps the school’s own number as text, with its zeros, for username and matching', () => {
    expect(read.rows[0]).toMatchObject({ localId: '001001', values: { username: '001001' } })
  })
})

test('sample-semicolon.csv: two pupils, none bad', async () => {
  const { delimiter, encoding, rows } = await readFile(fixture('sample-semicolon.csv'), '2026-06-15')
  expect([delimiter, encoding]).toEqual([';', 'utf-8'])
  expect(rows.map(({ verdict, values }) => [verdict, values?.date_of_birth, values?.year_group])).toEqual([
    ['accept', '2015-02-09', '6'],
    ['accept', '2016-02-09', '5'],
  ])
})
