import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConsent } from '../../../app/features/pupils/consent/decide.server'
import { exportPupils } from '../../../app/features/pupils/export/export-pupils.server'
import { FIELDS, type PupilValues } from '../../../app/features/pupils/rules/fields'
import { testServices, type TestServices } from '../../support/services'
import { aSchool, later, type ASchool } from './a-school'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

type InJson = PupilValues & { id: string }
const json = async ({ dataLead }: ASchool, address = '') =>
  (await (await exportPupils(dataLead, new URLSearchParams(address), 'json')).json()) as {
    school: string
    exported_at: string
    pupils: InJson[]
  }
const csv = async ({ dataLead }: ASchool, address = '') => {
  const answer = await exportPupils(dataLead, new URLSearchParams(address), 'csv')
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
}

describe('the export', () => {
  test('is whole over several batches, leavers too, by name; each once', async () => {
    const school = await aSchool(services)
    const many = Array.from({ length: 1203 }, (_, at) => ({
      last_name: ['Bell', 'Núñez', 'O’Connor'][at % 3]!,
      username: String(at),
      left_on: at % 10 === 0 ? '2026-07-20' : null,
    }))
    await school.enrol(...many)
    const { pupils, school: name, exported_at: at } = await json(school)
    expect(new Set(pupils.map(({ username }) => username)).size).toBe(1203)
    expect(pupils).toHaveLength(1203)
    expect(pupils.map(({ last_name }) => last_name)).toEqual(
      [...pupils].map(({ last_name }) => last_name).sort(),
    )
    expect({ name, at }).toEqual({
      name: 'Hill Street Primary',
      at: new Date(school.dataLead.at).toISOString(),
    })
    const rows = parse(await csv(school), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(({ username }) => username)).toEqual(pupils.map(({ username }) => username))
  })

  test('begins with the byte-order mark and the fields’ own names; formulas are made harmless', async () => {
    const school = await aSchool(services)
    await school.enrol({ last_name: '=cmd|calc', first_name: 'A, "B"' })
    const text = await csv(school)
    expect(text.startsWith(`\ufeff${FIELDS.map(({ name }) => name).join(',')}\r\n`)).toBe(true)
    expect(text).toContain(`'=cmd|calc,"A, ""B"""`)
  })

  test('holds what the filter shows', async () => {
    const school = await aSchool(services)
    await school.enrol({ year_group: '6' }, { year_group: '6', left_on: '2026-07-20' }, { year_group: '5' })
    expect((await json(school, 'year=6')).pupils).toHaveLength(2)
    expect((await json(school, 'year=6&roll=current')).pupils).toHaveLength(1)
    expect((await json(school, 'q=nobody')).pupils).toEqual([])
  })

  test('holds special fields only of those for whom consent stands', async () => {
    const school = await aSchool(services)
    const special = { ethnicity: 'WBRI', sen_status: 'K', sen_need: ['SLCN'] }
    const [id = ''] = await school.enrol({ ...special, last_name: 'A' }, { ...special, last_name: 'B' })
    await giveConsent(school.dataLead, id, { givenBy: 'guardian', decidedOn: '2026-09-01' }, null)
    const { pupils } = await json(school)
    expect(pupils[0]).toMatchObject({ id, ...special })
    expect(pupils[1]).toMatchObject({ ethnicity: null, sen_status: null, sen_need: [] })
    expect((await csv(school)).match(/WBRI/g)).toHaveLength(1)
  })

  test('is recorded before anything leaves, with how many; the file’s name names nobody', async () => {
    const school = await aSchool(services)
    await school.enrol({}, {})
    const answer = await exportPupils(later(school.dataLead), new URLSearchParams('q=bell'), 'csv')
    expect(await school.entries('pupils.exported')).toMatchObject([{ counts: { pupils: 2 } }])
    await answer.body?.cancel()
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="pupils-\d{4}-\d\d-\d\d\.csv"$/,
    )
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })
})
