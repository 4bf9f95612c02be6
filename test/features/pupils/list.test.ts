import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConsent, withdrawConsent } from '../../../app/features/pupils/consent/decide.server'
import { readFilter, sorts, type Place, type Sort } from '../../../app/features/pupils/list/filter'
import { classGroups, listPupils, type PupilPage } from '../../../app/features/pupils/list/list-pupils.server'
import type { SchoolActor } from '../../../app/server/actor'
import { testServices, type TestServices } from '../../support/services'
import { aSchool, later } from './a-school'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const filterOf = (address: string) => readFilter(new URLSearchParams(address), 'current')
const start: Place = { after: null, before: null }
const list = (actor: SchoolActor, address = '', sort: Sort = 'name', place = start) =>
  listPupils(actor, filterOf(address), sort, place)
const names = ({ rows }: PupilPage) => rows.map((row) => row.last_name)

/** All pages from the first to the last, and back again. */
async function walk(actor: SchoolActor, address: string, sort: Sort) {
  const there: PupilPage[] = [await list(actor, address, sort)]
  for (let next = there.at(-1)!.next; next; next = there.at(-1)!.next)
    there.push(await list(actor, address, sort, { after: next, before: null }))
  const back: PupilPage[] = [there.at(-1)!]
  for (let previous = back[0]!.previous; previous; previous = back[0]!.previous)
    back.unshift(await list(actor, address, sort, { after: null, before: previous }))
  return { there, back }
}
const ids = (pages: readonly PupilPage[]) => pages.flatMap(({ rows }) => rows.map(({ id }) => id))

describe('paging', () => {
  const pupil = fc.record({
    last_name: fc.constantFrom(
      'Smith',
      'Smith Jones',
      'Núñez',
      'Nunez',
      'O’Connor',
      'de la Cruz',
      'Ødegård',
      'Zhou',
    ),
    first_name: fc.constantFrom('Ava', 'Ava', 'Zoë', 'Bo'),
    year_group: fc.constantFrom(null, 'N2', 'R', '1', '2', '10'),
    class_group: fc.constantFrom(null, '1A', '2B', '10C', 'Oak'),
    date_of_birth: fc.constantFrom(null, '2015-03-17', '2016-02-29', '2016-03-01'),
    left_on: fc.constantFrom(null, null, null, '2026-07-20'),
  })

  test('forwards and backwards each pupil stands on the pages exactly once, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pupil, { minLength: 45, maxLength: 180 }),
        fc.constantFrom(...sorts.map(({ value }) => value)),
        fc.constantFrom('', 'roll=all', 'roll=leavers', 'year=R', 'q=o'),
        async (pupils, sort, address) => {
          const { dataLead, enrol } = await aSchool(services)
          await enrol(...pupils)
          const { there, back } = await walk(dataLead, address, sort)
          const total = there[0]!.total
          expect(new Set(ids(there)).size).toBe(total)
          expect(ids(there)).toHaveLength(total)
          expect(ids(back)).toEqual(ids(there))
          there.forEach((page, at) => expect(page.from).toBe(page.rows.length > 0 ? at * 50 + 1 : 0))
        },
      ),
      { numRuns: 12 },
    )
  })

  test('a page that begins at a pupil who is gone, or unseen, is the first', async () => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol({}, {})
    for (const after of ['0198e6d3-0000-7000-8000-000000000000', 'é', '; DROP']) {
      const page = await list(dataLead, '', 'name', { after, before: null })
      expect(page).toMatchObject({ from: 1, total: 2 })
    }
  })
})

describe('order', () => {
  test('names as people expect them', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const expected = [
      'Cox',
      'de la Cruz',
      'Norris',
      'Núñez',
      'Nuttall',
      'Obi',
      'O’Connor',
      'Odell',
      'Smith',
      'Smith Jones',
    ]
    await enrol(...[...expected].reverse().map((last_name) => ({ last_name })))
    expect(names(await list(dataLead))).toEqual(expected)
  })

  test('year groups from the youngest, classes by their numbers, dates from the oldest; unknown last', async () => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol(
      { last_name: 'A', year_group: null, class_group: null, date_of_birth: null },
      { last_name: 'B', year_group: '10', class_group: '10A', date_of_birth: '2011-09-01' },
      { last_name: 'C', year_group: '2', class_group: '2B', date_of_birth: '2019-09-01' },
      { last_name: 'D', year_group: 'N2', class_group: 'Acorns', date_of_birth: '2022-09-01' },
    )
    expect(names(await list(dataLead, '', 'year'))).toEqual(['D', 'C', 'B', 'A'])
    expect(names(await list(dataLead, '', 'class'))).toEqual(['C', 'B', 'D', 'A'])
    expect(names(await list(dataLead, '', 'birth'))).toEqual(['B', 'C', 'D', 'A'])
    expect(await classGroups(dataLead)).toEqual(['2B', '10A', 'Acorns'])
  })
})

describe('search', () => {
  test.each([
    ['nunez', 'Núñez'],
    ['NÚÑEZ maria', 'Núñez'],
    ['maría nun', 'Núñez'],
    ['oconnor', 'O’Connor'],
    ["O'Connor", 'O’Connor'],
    ['cruz de', 'de la Cruz'],
    ['odegard', 'Ødegård'],
    ['e371299321047', 'O’Connor'],
    [' E371 2993 21047 ', 'O’Connor'],
    ['nuala.oc', 'O’Connor'],
  ])('%s finds %s', async (q, found) => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol(
      { last_name: 'Núñez', first_name: 'María' },
      { last_name: 'O’Connor', first_name: 'Nuala', upn: 'E371299321047', username: 'nuala.oc' },
      { last_name: 'de la Cruz', first_name: 'Ana' },
      { last_name: 'Ødegård', first_name: 'Liv' },
    )
    expect(names(await list(dataLead, `q=${encodeURIComponent(q)}`))).toEqual([found])
  })

  test.each(['%', '_', '\\', "'", 'é%z', '"; --', 'E371299321'])('%s finds nobody', async (q) => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol({ upn: 'E371299321047' })
    expect((await list(dataLead, `q=${encodeURIComponent(q)}`)).total).toBe(0)
  })

  test('filters go together', async () => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol(
      { last_name: 'A', year_group: '6', class_group: '6B', pupil_premium: 'yes', eal: 'no' },
      { last_name: 'B', year_group: '6', class_group: '6B', pupil_premium: null, eal: 'no' },
      {
        last_name: 'C',
        year_group: '6',
        class_group: '6B',
        pupil_premium: 'yes',
        eal: 'no',
        left_on: '2026-07-01',
      },
      { last_name: 'D', year_group: '5', class_group: '6B', pupil_premium: 'yes', eal: 'no' },
    )
    const address = 'year=6&class=6B&pp=yes&eal=no'
    expect(names(await list(dataLead, address))).toEqual(['A'])
    expect(names(await list(dataLead, `${address}&roll=all`))).toEqual(['A', 'C'])
    expect(names(await list(dataLead, 'year=99&pp=perhaps&sen=%C3%A9&sort=x'))).toEqual(['A', 'B', 'D'])
  })
})

test('by a special field only those are found for whom consent stands', async () => {
  const { dataLead, enrol } = await aSchool(services)
  const k = { sen_status: 'K' }
  const [first = '', second = ''] = await enrol(
    { ...k, last_name: 'A' },
    { ...k, last_name: 'B' },
    { ...k, last_name: 'C' },
  )
  const decision = { givenBy: 'guardian', decidedOn: '2026-09-01' } as const
  for (const id of [first, second]) await giveConsent(dataLead, id, decision, null)
  await withdrawConsent(later(dataLead), second, decision, null)
  expect(names(await list(dataLead, 'sen=K'))).toEqual(['A'])
  expect((await list(dataLead, 'sen=E')).total).toBe(0)
})

describe('who sees whom', () => {
  test('a teacher’s list, figures and classes are those of own year groups alone', async () => {
    const { dataLead, teacherOf, enrol } = await aSchool(services)
    const [other] = await enrol(
      { last_name: 'Five', year_group: '5', class_group: '5A' },
      { last_name: 'Six', year_group: '6', class_group: '6A' },
      { last_name: 'Nobody', year_group: null },
    )
    const teacher = teacherOf('6')
    expect(await list(teacher)).toMatchObject({ total: 1, rows: [{ last_name: 'Six' }] })
    expect((await list(teacher, 'year=5')).total).toBe(0)
    expect(await classGroups(teacher)).toEqual(['6A'])
    // A pupil of another year is no place to go on from either.
    expect((await list(teacher, '', 'name', { after: other!, before: null })).from).toBe(1)
    expect((await list(teacherOf())).total).toBe(0)
    expect((await list(dataLead)).total).toBe(3)
  })

  test('each reading of the list is recorded with figures, not names', async () => {
    const { dataLead, enrol, entries } = await aSchool(services)
    await enrol({ last_name: 'Zebedee' }, {})
    await list(dataLead, 'q=zebedee')
    const [entry, ...more] = await entries('pupils.listed')
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actorId: 'id' in dataLead.who && dataLead.who.id,
      counts: { shown: 1, found: 1 },
    })
    expect(JSON.stringify(entry)).not.toMatch(/zebedee/i)
  })

  test('another school’s pupils are nowhere', async () => {
    const one = await aSchool(services)
    const other = await aSchool(services)
    await one.enrol({}, {})
    expect((await list(other.dataLead, 'roll=all')).total).toBe(0)
    expect(await classGroups(other.dataLead)).toEqual([])
  })

  test('the list holds no UPN', async () => {
    const { dataLead, enrol } = await aSchool(services)
    await enrol({ upn: 'E371299321047' })
    expect(JSON.stringify(await list(dataLead))).not.toContain('E371299321047')
  })
})
