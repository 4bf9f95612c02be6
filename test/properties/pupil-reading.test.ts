import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingColumns, recogniseColumns } from '../../app/features/imports/columns'
import { headerSynonyms, weakHeadings } from '../../app/features/imports/rules/header-synonyms.table'
import { rowReader } from '../../app/features/imports/rules/file-rows'
import { findHeaderRow } from '../../app/features/imports/rules/header-row'
import { FIELDS, SOURCE_FIELDS, type FieldName } from '../../app/features/pupils/rules/fields'
import { changed, difference } from '../../app/features/pupils/rules/difference'
import { holdBack } from '../../app/features/pupils/rules/guardian-consent'
import { written } from '../../app/features/pupils/rules/labels'
import { readPupil } from '../../app/features/pupils/rules/read-pupil'
import { checkLetter, readUpn } from '../../app/values/upn'
import { inventedPupils } from '../../db/seed/invented-pupils'

const TODAY = '2026-11-24'
const roll = inventedPupils({ count: 40, schoolLaEstab: '3712999', asOf: TODAY, seed: 7 })
const cellsOf = (pupil: (typeof roll)[number], names: readonly FieldName[]) =>
  names.map((name) => written(name, pupil[name]))
const read = (headers: string[], rows: string[][]) => {
  const toCells = rowReader(recogniseColumns(headers, rows))
  return rows.map((row) => readPupil(toCells(row).cells, { today: TODAY }).values)
}

/** Plain headings of a field: those that are asked about say so by themselves. */
const headingsOf = (field: FieldName): string[] => {
  const weak = weakHeadings[field]?.headings ?? []
  return [...headerSynonyms[field].filter((header) => !weak.includes(header)), field]
}
const respelt = (header: string) =>
  fc.constantFrom(
    header,
    header.toUpperCase(),
    header.toLowerCase(),
    ` ${header} `,
    header.replaceAll(' ', '_'),
    header.replaceAll(' ', ''),
  )
const headings = fc.tuple(...FIELDS.map(({ name }) => fc.constantFrom(...headingsOf(name)).chain(respelt)))
const order = fc.shuffledSubarray([...FIELDS.keys()], { minLength: FIELDS.length, maxLength: FIELDS.length })

test('columns in any order, under any of their known headings, are sure and give the same pupils', () => {
  const names = FIELDS.map(({ name }) => name)
  const expected = roll.map((pupil) => ({ ...pupil }))
  fc.assert(
    fc.property(headings, order, fc.nat(6), (headers, places, titles) => {
      const shuffled = places.map((at) => headers[at] ?? '')
      const rows = roll.map((pupil) =>
        cellsOf(
          pupil,
          places.map((at) => names[at] ?? 'upn'),
        ),
      )
      const file = [...Array.from({ length: titles }, () => ['Hill Street Primary']), shuffled, ...rows]
      expect(findHeaderRow(file)).toBe(titles)
      const columns = recogniseColumns(shuffled, rows)
      expect(columns.filter(({ sure }) => !sure)).toEqual([])
      expect(missingColumns(columns)).toBeNull()
      expect(read(shuffled, rows)).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})

test('every heading stands for one field only', () => {
  const seen = new Map<string, string>()
  for (const field of SOURCE_FIELDS)
    for (const header of headerSynonyms[field]) {
      const key = header.toLowerCase().replace(/[^\p{L}\p{N}&%/]/gu, '')
      expect(seen.get(key) ?? field, header).toBe(field)
      seen.set(key, field)
    }
})

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '-',
    'N/A',
    'yes',
    '0',
    '1',
    '31/02/2015',
    '17/03/2015',
    'WBRI',
    'K',
    'SLCN;MLD',
    '#REF!',
    '=1',
    '96,3',
    '42080',
    'E371299321047',
  ),
)
const anyCells = fc.dictionary(fc.constantFrom(...SOURCE_FIELDS), anyCell)

test('whatever stands in the cells, reading gives values that read back as themselves, and messages in whole sentences', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const { values, problems } = readPupil(cells, { today: TODAY })
      for (const { message } of problems) expect(message).toMatch(/^[A-Z].*\.$/s)
      const again = readPupil(
        Object.fromEntries(FIELDS.map(({ name }) => [name, written(name, values[name])])),
        { today: TODAY },
      )
      expect(again.values).toEqual(values)
    }),
    { numRuns: 2000 },
  )
})

test('reading the same row again changes nothing, and nothing unknown ever clears a value', () => {
  fc.assert(
    fc.property(anyCells, anyCells, (before, after) => {
      const old = readPupil(before, { today: TODAY }).values
      const given = readPupil(after, { today: TODAY }).values
      const result = changed(old, difference(old, given))
      expect(difference(result, given).filter(({ field }) => field !== 'upn')).toEqual([])
      for (const { name } of FIELDS)
        if (written(name, old[name]) !== '') expect(written(name, result[name])).not.toBe('')
    }),
    { numRuns: 1000 },
  )
})

test('without consent no special value is left', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const { values } = holdBack(readPupil(cells, { today: TODAY }).values, false)
      expect([values.ethnicity, values.sen_status, values.sen_need]).toEqual([null, null, []])
    }),
  )
})

test('a UPN with one digit changed is never taken', () => {
  const digits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(digits, fc.integer({ min: 3, max: 11 }), fc.integer({ min: 1, max: 9 }), (rest, at, by) => {
      const body = `371${rest.join('')}`
      const upn = checkLetter(body) + body
      expect(readUpn(upn)).toMatchObject({ kind: 'valid', upn })
      const wrong = upn.slice(0, at + 1) + String((Number(upn[at + 1]) + by) % 10) + upn.slice(at + 2)
      expect(readUpn(wrong).kind).toBe('refused')
    }),
  )
})
