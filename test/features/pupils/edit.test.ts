import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPupil } from '../../../app/features/pupils/form/add-pupil.server'
import { editPupil } from '../../../app/features/pupils/form/edit-pupil.server'
import { pupilForm } from '../../../app/features/pupils/forms'
import { findInScope } from '../../../app/features/pupils/queries.server'
import { testServices, type TestServices } from '../../support/services'
import { aSchool, later } from './a-school'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const form = (fields: Record<string, string | string[]>) => pupilForm.parse(fields)
const amira = { last_name: 'Bell', first_name: 'Amira', date_of_birth: '17/03/2016' }

describe('adding', () => {
  test('is read by the same reader as an upload, and recorded with the names of the fields alone', async () => {
    const { dataLead, entries } = await aSchool(services)
    const added = await addPupil(
      dataLead,
      form({ ...amira, upn: ' e371 2993 21047', year_group: 'Year 5', fsm: 'Y' }),
      null,
    )
    const row = added.ok ? await findInScope(dataLead, added.id) : null
    expect(row).toMatchObject({
      upn: 'E371299321047',
      yearGroup: '5',
      fsm: 'yes',
      dateOfBirth: '2016-03-17',
      version: 1,
      sortName: 'bell  amira',
    })
    const [entry] = await entries('pupils.added')
    expect(entry).toMatchObject({ subjectKind: 'pupil', subjectId: row?.id, door: 'test' })
    expect(entry?.fields).toEqual(['upn', 'last_name', 'first_name', 'date_of_birth', 'year_group', 'fsm'])
    expect(JSON.stringify(entry)).not.toMatch(/amira|E371/i)
  })

  test.each([
    [{ last_name: '' }, 'last_name'],
    [{ date_of_birth: '31/02/2016' }, 'date_of_birth'],
    [{ date_of_birth: '' }, 'date_of_birth'],
    [{ upn: 'A371299321047' }, 'upn'],
    [{ year_group: 'Blue' }, 'year_group'],
    [{ attendance_percent: '960' }, 'attendance_percent'],
  ])('refuses %j beside its field', async (wrong, field) => {
    const { dataLead } = await aSchool(services)
    const answer = await addPupil(dataLead, form({ ...amira, ...wrong }), null)
    expect(answer).toMatchObject({ ok: false, why: 'invalid' })
    expect('errors' in answer && Object.keys(answer.errors)).toEqual([field])
  })

  test('never stores a special field: nobody has consented for a new pupil', async () => {
    const { dataLead } = await aSchool(services)
    const special = { ethnicity: 'WBRI', sen_status: 'K', sen_need: ['', 'SLCN'] }
    const added = await addPupil(dataLead, form({ ...amira, ...special }), null)
    const row = added.ok ? await findInScope(dataLead, added.id) : null
    expect(row).toMatchObject({ ethnicity: null, senStatus: null, senNeed: null })
  })

  test('a UPN that another pupil has is refused and says whose it is; also when two come at once', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [other] = await enrol({ upn: 'E371299321047', last_name: 'Cox' })
    expect(await addPupil(dataLead, form({ ...amira, upn: 'E371299321047' }), null)).toEqual({
      ok: false,
      why: 'upn-taken',
      other: { id: other, name: 'Amira Cox' },
    })
    const upn = 'A825499322008'
    const both = await Promise.all(
      ['Ada', 'Bo'].map((first_name) => addPupil(dataLead, form({ ...amira, first_name, upn }), null)),
    )
    expect(both.map((answer) => (answer.ok ? 'added' : answer.why)).sort()).toEqual(['added', 'upn-taken'])
  })

  test('the same name and date of birth asks whether it is somebody else', async () => {
    const { dataLead } = await aSchool(services)
    const first = await addPupil(dataLead, form(amira), null)
    const twin = { ...amira, last_name: 'BELL ' }
    expect(await addPupil(dataLead, form(twin), null)).toMatchObject({
      why: 'same-person',
      other: { id: first.ok && first.id },
    })
    expect(await addPupil(dataLead, form({ ...twin, confirm_duplicate: 'on' }), null)).toMatchObject({
      ok: true,
    })
    expect(await addPupil(dataLead, form({ ...amira, date_of_birth: '18/03/2016' }), null)).toMatchObject({
      ok: true,
    })
  })

  test('the same form again adds nobody more', async () => {
    const { dataLead, entries } = await aSchool(services)
    const once = randomUUID()
    const first = await addPupil(dataLead, form(amira), once)
    expect(await addPupil(later(dataLead), form(amira), once)).toEqual(first)
    expect(await entries('pupils.added')).toHaveLength(1)
  })
})

describe('changing', () => {
  test('an emptied field is cleared, an absent one stays', async () => {
    const { dataLead, enrol, entries } = await aSchool(services)
    const [id = ''] = await enrol({
      class_group: '6B',
      username: 'a.bell',
      fsm: 'yes',
      date_of_birth: '2016-03-17',
    })
    const answer = await editPupil(
      dataLead,
      id,
      form({ version: '1', class_group: '', fsm: '', first_name: 'Amíra' }),
      null,
    )
    expect(answer).toEqual({ ok: true, id })
    expect(await findInScope(dataLead, id)).toMatchObject({
      classGroup: null,
      classSort: '~',
      fsm: null,
      username: 'a.bell',
      firstName: 'Amíra',
      sortName: 'bell  amira',
      dateOfBirth: '2016-03-17',
      version: 2,
    })
    expect((await entries('pupils.changed'))[0]?.fields).toEqual(['first_name', 'class_group', 'fsm'])
  })

  test('a form that changes nothing writes nothing', async () => {
    const { dataLead, enrol, entries } = await aSchool(services)
    const [id = ''] = await enrol({ date_of_birth: '2016-03-17', attendance_percent: 0.5 })
    await editPupil(
      dataLead,
      id,
      form({ version: '1', date_of_birth: '17/03/2016', attendance_percent: '0.5%' }),
      null,
    )
    expect((await findInScope(dataLead, id))?.version).toBe(1)
    expect(await entries('pupils.changed')).toEqual([])
  })

  test('only what was touched is judged: an unknown date of birth does not hold up a change of class', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({ date_of_birth: null, left_on: '2003-07-20', sen_need: [] })
    const whole = {
      version: '1',
      last_name: 'Bell',
      first_name: 'Amira',
      date_of_birth: '',
      left_on: '20/07/2003',
    }
    expect(await editPupil(dataLead, id, form({ ...whole, class_group: '6C' }), null)).toEqual({
      ok: true,
      id,
    })
    expect(await editPupil(dataLead, id, form({ version: '2', last_name: '' }), null)).toMatchObject({
      why: 'invalid',
    })
  })

  test('a date of birth that is wrong as stored cannot be changed to another wrong one', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({ date_of_birth: '1980-01-01' })
    expect(await editPupil(dataLead, id, form({ version: '1', class_group: '6C' }), null)).toMatchObject({
      ok: true,
    })
    expect((await findInScope(dataLead, id))?.dateOfBirth).toBe('1980-01-01')
    const another = form({ version: '2', date_of_birth: '01/01/1981' })
    expect(await editPupil(dataLead, id, another, null)).toMatchObject({ why: 'invalid' })
  })

  test('of two people who opened the same version the second is told, and nothing of theirs is saved', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({ class_group: '6B' })
    const both = await Promise.all(
      ['6C', '6D'].map((class_group) => editPupil(dataLead, id, form({ version: '1', class_group }), null)),
    )
    expect(both.map((answer) => (answer.ok ? 'saved' : answer.why)).sort()).toEqual(['clash', 'saved'])
    const saved = both[0]?.ok ? '6C' : '6D'
    expect(await findInScope(dataLead, id)).toMatchObject({ classGroup: saved, version: 2 })
    expect(await editPupil(dataLead, id, form({ class_group: '6E' }), null)).toMatchObject({ why: 'clash' })
  })

  test('the same form again is answered as at first, not as a clash', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({})
    const [once, changed] = [randomUUID(), form({ version: '1', class_group: '6C' })]
    const first = await editPupil(dataLead, id, changed, once)
    expect(await editPupil(later(dataLead), id, changed, once)).toEqual(first)
    expect((await findInScope(dataLead, id))?.version).toBe(2)
  })

  test('a pupil of another school, or of none, is not there', async () => {
    const { enrol } = await aSchool(services)
    const { dataLead } = await aSchool(services)
    const [id = ''] = await enrol({})
    for (const wanted of [id, '0198e6d3-0000-7000-8000-000000000000', 'é', ''])
      expect(await editPupil(dataLead, wanted, form({ version: '1' }), null)).toEqual({
        ok: false,
        why: 'gone',
      })
  })
})
