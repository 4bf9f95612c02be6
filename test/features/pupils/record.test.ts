import { randomUUID } from 'node:crypto'
import { QueryTypes } from 'sequelize'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConsent } from '../../../app/features/pupils/consent/decide.server'
import { erasePupil } from '../../../app/features/rights/erase-pupil.server'
import { openPupil, worthChecking } from '../../../app/features/pupils/record/open-pupil.server'
import { testServices, type TestServices } from '../../support/services'
import { aSchool, later } from './a-school'
import { anUpload } from './an-upload'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

/** Past all scopes, as somebody with the database file reads it. */
const inDatabase = (sql: string, replacements: unknown[]) =>
  services.db.sequelize.query(sql, { replacements, type: QueryTypes.SELECT })

describe('a pupil’s record', () => {
  test('each opening is recorded with the pupil’s id, and with no name', async () => {
    const { dataLead, enrol, entries } = await aSchool(services)
    const [id = ''] = await enrol({ last_name: 'Zebedee' })
    await openPupil(dataLead, id)
    await openPupil(dataLead, id)
    const read = await entries('pupils.read')
    expect(read).toHaveLength(2)
    expect(read[0]).toMatchObject({ subjectKind: 'pupil', subjectId: id })
    expect(JSON.stringify(read)).not.toMatch(/zebedee/i)
  })

  test('a teacher opens those of own year groups; others, and other schools’, are not there and leave no entry', async () => {
    const { teacherOf, enrol, entries } = await aSchool(services)
    const far = await aSchool(services)
    const [six = '', five = '', none = ''] = await enrol(
      { year_group: '6' },
      { year_group: '5' },
      { year_group: null },
    )
    const [foreign = ''] = await far.enrol({ year_group: '6' })
    const teacher = teacherOf('6', '1')
    expect(await openPupil(teacher, six)).toMatchObject({ id: six })
    for (const id of [five, none, foreign, 'é', '']) expect(await openPupil(teacher, id)).toBeNull()
    expect(await openPupil(teacherOf(), six)).toBeNull()
    expect(await entries('pupils.read')).toHaveLength(1)
  })

  test('shows what is worth a second look, but nothing of special fields without consent', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({
      upn: null,
      fsm: 'yes',
      fsm6: 'no',
      date_of_birth: '2016-03-17',
      sen_need: ['SLCN'],
    })
    const pupil = await openPupil(dataLead, id)
    expect(pupil && worthChecking(dataLead, pupil).map(({ rule }) => rule)).toEqual([
      'UPN_MISSING',
      'FSM_CONTRADICTION',
    ])
  })
})

describe('deleting', () => {
  test('leaves nothing of the pupil in any table; the trail names the id alone', async () => {
    const school = await aSchool(services)
    const [id = '', other = ''] = await school.enrol({ last_name: 'Zebedee', upn: 'E371299321047' }, {})
    await giveConsent(school.dataLead, id, { givenBy: 'guardian', decidedOn: '2026-09-01' }, null)
    await anUpload(school, id)
    const kept = await anUpload(school, other)
    expect(await erasePupil(later(school.dataLead), id, null)).toMatchObject({ ok: true })
    for (const [table, column] of [
      ['pupils', 'id'],
      ['guardian_consents', 'pupil_id'],
      ['staged_rows', 'pupil_id'],
      ['before_images', 'pupil_id'],
    ])
      expect(await inDatabase(`SELECT * FROM ${table} WHERE ${column} = ?`, [id]), table).toEqual([])
    const problems = await inDatabase('SELECT DISTINCT import_id FROM import_problems WHERE school_id = ?', [
      school.school.id,
    ])
    expect(problems).toEqual([{ import_id: kept }])
    expect(await openPupil(school.dataLead, other)).not.toBeNull()
    const [entry] = await school.entries('pupils.deleted')
    expect(entry).toMatchObject({ subjectId: id, fields: null, counts: null })
    const everything = await inDatabase('SELECT * FROM audit_entries WHERE school_id = ?', [school.school.id])
    expect(JSON.stringify(everything)).not.toMatch(/zebedee|E371299321047/i)
  })

  test('the same form again is answered as at first; another school’s pupil is not there', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const far = await aSchool(services)
    const [id = ''] = await enrol({})
    const once = randomUUID()
    expect(await erasePupil(far.dataLead, id, null)).toEqual({ ok: false, why: 'gone' })
    expect(await erasePupil(dataLead, id, once)).toMatchObject({ ok: true })
    expect(await erasePupil(later(dataLead), id, once)).toMatchObject({ ok: true })
    expect(await erasePupil(later(dataLead), id, null)).toEqual({ ok: false, why: 'gone' })
  })
})
