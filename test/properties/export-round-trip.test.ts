import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvHead, csvPupil, jsonPupil } from '../../app/features/pupils/export/formats'
import { CSV_LIMITS, openCsv } from '../../app/features/imports/formats/csv'
import { FIELDS, type PupilValues } from '../../app/features/pupils/rules/fields'
import { readPupil } from '../../app/features/pupils/rules/read-pupil'

const context = { today: '2026-11-24' }
const nothing = fc.constantFrom('', '-')

/** What a school may write into a name: also what spreadsheets run, and what CSV is made of. */
const name = fc.oneof(
  fc.constantFrom(
    'O’Connor',
    "O'Connor",
    'Núñez',
    'de la Cruz',
    'Null',
    'None',
    '=1+1',
    "'=x",
    '@me',
    'Ø',
    '王',
    '00123',
  ),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', ' ', 'a', 'é', 'B', '1'),
    minLength: 1,
    maxLength: 12,
  }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
)
const oneOfField = (field: (typeof FIELDS)[number]): fc.Arbitrary<string> => {
  const codes = field.options?.map(({ code }) => code) ?? []
  switch (field.kind) {
    case 'upn':
      return fc.constantFrom('E371299321047', 'G37129932104T', 'Y909299415260', 'A825499322008', '')
    case 'date':
      return fc.oneof(
        nothing,
        fc
          .date({ min: new Date('2008-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      )
    case 'code':
    case 'yes-no':
      return fc.constantFrom('', ...codes)
    case 'codes':
      return fc.subarray(codes, { maxLength: 4 }).map((chosen) => chosen.join(';'))
    case 'number':
      return fc.oneof(
        nothing,
        fc.integer({ min: 0, max: 400 }).map(String),
        fc.constantFrom('0.5%', '1 %', '0', '96.35', '100'),
      )
    case 'text':
      return name
  }
}
const cells = fc.record(Object.fromEntries(FIELDS.map((field) => [field.name, oneOfField(field)])))
/** Pupils as they can stand on a roll: what the reader makes of whatever was typed. */
const pupils = fc
  .array(cells, { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((row) => readPupil(row, context).values))

async function readBack(csv: string): Promise<PupilValues[]> {
  const bytes = new TextEncoder().encode(csv)
  const opened = await openCsv(async function* () {
    yield await Promise.resolve(bytes)
  }, CSV_LIMITS)
  const records: string[][] = []
  for await (const { cells: record } of opened.rows) records.push(record)
  const [header = [], ...rows] = records
  expect(header).toEqual(FIELDS.map(({ name: field }) => field))
  return rows.map(
    (row) => readPupil(Object.fromEntries(header.map((field, at) => [field, row[at] ?? ''])), context).values,
  )
}

test('what is exported as CSV and uploaded again is what was there', async () => {
  await fc.assert(
    fc.asyncProperty(pupils, async (roll) => {
      expect(await readBack(csvHead() + roll.map(csvPupil).join(''))).toEqual(roll)
    }),
    { numRuns: 300 },
  )
})

test('what is exported as JSON is what was there', () => {
  fc.assert(
    fc.property(pupils, ([pupil]) => {
      const id = '0198e6d3-0000-7000-8000-000000000000'
      expect(JSON.parse(jsonPupil(id, pupil!))).toEqual({ id, ...pupil })
    }),
  )
})
