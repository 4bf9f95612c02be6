import { expect, test } from 'vitest'
import { searchName, sortName } from '../../../app/values/names'

test.each([
  [["O'Connor", 'O’Connor', 'Oconnor', 'O`CONNOR', "O' Connor", 'o´connor'], 'oconnor'],
  [['Núñez', 'Nunez', 'NUÑEZ', 'Nu\u0301n\u0303ez'], 'nunez'],
  [['de la Cruz', 'De La Cruz', 'de  la-Cruz'], 'de la cruz'],
  [['Smith-Jones', 'Smith Jones', 'Smith – Jones'], 'smith jones'],
  [['Łukasz', 'Lukasz'], 'lukasz'],
  [['Strauß', 'Strauss'], 'strauss'],
  [['Bjørn', 'Bjorn'], 'bjorn'],
  [['Ægir', 'Aegir'], 'aegir'],
  [['İpek', 'Ipek'], 'ipek'],
])('%j all sort as %s', (names, key) => expect(new Set(names.map(sortName))).toEqual(new Set([key])))

test('other scripts keep what makes their words', () => {
  expect(sortName('राधिका')).toBe('राधिका')
  expect(sortName('김민준')).toBe('김민준')
})

test('people find names where they expect them', () => {
  const names = ['de la Cruz', 'Smithers', 'Ñandú', 'O’Brien', 'Dearden', 'Smith-Jones', 'Obama', 'Nash']
  const sorted = names.map((name) => [sortName(name), name] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  expect(sorted.map(([, name]) => name)).toEqual([
    'de la Cruz',
    'Dearden',
    'Ñandú',
    'Nash',
    'Obama',
    'O’Brien',
    'Smith-Jones',
    'Smithers',
  ])
})

test('a search looks in all names at once', () => {
  expect(searchName('Zoë', "D'Arcy-Smythe")).toBe('zoe darcy smythe')
  expect(searchName(null, 'Žukas')).toBe('zukas')
})
