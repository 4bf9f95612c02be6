import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../../app/features/pupils/rules/fields'
import { written } from '../../../app/features/pupils/rules/labels'
import { readPupil } from '../../../app/features/pupils/rules/read-pupil'
import { sortName } from '../../../app/values/names'
import { inventedPupils } from '../../../db/seed/invented-pupils'

const roll = (asOf: string, count = 210, seed = 1) =>
  inventedPupils({ count, schoolLaEstab: '3712999', asOf, seed })

describe.each(['2026-09-01', '2026-11-24', '2027-02-28', '2027-08-31'])(
  'a roll invented as of %s',
  (asOf) => {
    const pupils = roll(asOf)

    test('has nothing wrong in it but missing and temporary UPNs', () => {
      const rules = new Set(
        pupils.flatMap((pupil) => {
          const cells = Object.fromEntries(FIELDS.map(({ name }) => [name, written(name, pupil[name])]))
          const { values, problems } = readPupil(cells, { today: asOf })
          expect(values).toEqual(pupil)
          return problems.map(({ rule }) => rule)
        }),
      )
      expect([...rules].filter((rule) => rule !== 'UPN_MISSING' && rule !== 'UPN_TEMPORARY')).toEqual([])
    })

    test('has Reception to Year 6, thirty in each', () => {
      const years = ['R', '1', '2', '3', '4', '5', '6'].map(
        (year) => pupils.filter(({ year_group }) => year_group === year).length,
      )
      expect(years).toEqual([30, 30, 30, 30, 30, 30, 30])
    })
  },
)

test('the same seed gives the same pupils, another others', () => {
  expect(roll('2026-11-24')).toEqual(roll('2026-11-24'))
  expect(roll('2026-11-24', 210, 2)).not.toEqual(roll('2026-11-24'))
})

test('leavers only as asked, and never in the future', () => {
  expect(roll('2026-11-24').filter(({ left_on }) => left_on)).toEqual([])
  const pupils = inventedPupils({
    count: 50,
    schoolLaEstab: '3712999',
    asOf: '2026-11-24',
    seed: 1,
    leavers: 4,
  })
  expect(pupils.filter(({ left_on }) => left_on && left_on <= '2026-11-24')).toHaveLength(4)
})

test('a large roll has no UPN and no username twice, and proportions like England’s', () => {
  const pupils = roll('2026-11-24', 20_000)
  const upns = pupils.flatMap(({ upn }) => upn ?? [])
  expect(new Set(upns).size).toBe(upns.length)
  expect(new Set(pupils.map(({ username }) => username)).size).toBe(pupils.length)
  const share = (is: (pupil: (typeof pupils)[number]) => boolean) => pupils.filter(is).length / pupils.length
  expect(share(({ fsm }) => fsm === 'yes')).toBeCloseTo(0.24, 1)
  expect(share(({ eal }) => eal === 'yes')).toBeCloseTo(0.2, 1)
  expect(share(({ sen_status }) => sen_status === 'K')).toBeCloseTo(0.14, 1)
  expect(share(({ upn }) => upn === null)).toBeGreaterThan(0)
  expect(share(({ ethnicity }) => ethnicity === null)).toBeGreaterThan(0)
  expect(new Set(pupils.map(({ last_name }) => sortName(last_name))).size).toBeGreaterThan(100)
})
