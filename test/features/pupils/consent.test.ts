import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveConsent, withdrawConsent } from '../../../app/features/pupils/consent/decide.server'
import { openConsent } from '../../../app/features/pupils/consent/open-consent.server'
import { editPupil } from '../../../app/features/pupils/form/edit-pupil.server'
import { pupilForm } from '../../../app/features/pupils/forms'
import { findInScope } from '../../../app/features/pupils/queries.server'
import { openPupil } from '../../../app/features/pupils/record/open-pupil.server'
import { beforeImages, importProblems, imports, stagedRows } from '../../../db/tables/imports'
import { testServices, type TestServices } from '../../support/services'
import { aSchool, later, type ASchool } from './a-school'
import { anUpload } from './an-upload'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const decision = { givenBy: 'guardian', decidedOn: '2026-09-01' } as const
const special = { ethnicity: 'WBRI', sen_status: 'K', sen_need: ['', 'SLCN', 'SPLD'] }
const edit = (
  { dataLead }: ASchool,
  id: string,
  version: number,
  fields: Record<string, string | string[]>,
) => editPupil(later(dataLead), id, pupilForm.parse({ version: String(version), ...fields }), null)

/** A pupil for whom consent was given and the special fields filled in; version 3. */
async function withSpecial(school: ASchool): Promise<string> {
  const [id = ''] = await school.enrol({ upn: 'E371299321047' })
  await giveConsent(school.dataLead, id, decision, null)
  await edit(school, id, 2, special)
  return id
}

describe('consent to the special fields', () => {
  test('without it nothing is stored, whatever a form says', async () => {
    const school = await aSchool(services)
    const [id = ''] = await school.enrol({})
    await edit(school, id, 1, { ...special, class_group: '6B' })
    expect(await findInScope(school.dataLead, id)).toMatchObject({
      classGroup: '6B',
      ethnicity: null,
      senStatus: null,
      senNeed: null,
    })
  })

  test('given, the fields may be filled in and are shown', async () => {
    const school = await aSchool(services)
    const id = await withSpecial(school)
    expect(await openPupil(school.dataLead, id)).toMatchObject({
      consent: true,
      values: { ethnicity: 'WBRI', sen_status: 'K', sen_need: ['SLCN', 'SPLD'] },
    })
    expect(await school.entries('pupils.consent-given')).toMatchObject([{ subjectId: id }])
  })

  test('values that stand without it are not shown either', async () => {
    const { dataLead, enrol } = await aSchool(services)
    const [id = ''] = await enrol({ ethnicity: 'WBRI', sen_status: 'K', sen_need: ['SLCN'] })
    expect(await openPupil(dataLead, id)).toMatchObject({
      consent: false,
      values: { ethnicity: null, sen_status: null, sen_need: [] },
    })
  })

  test('withdrawn, the values go at once, also from unfinished uploads and from what undoing would bring back', async () => {
    const school = await aSchool(services)
    const id = await withSpecial(school)
    const importId = await anUpload(school, id)
    expect(await withdrawConsent(later(school.dataLead), id, decision, null)).toEqual({ ok: true })
    const { data } = school.school
    expect(await findInScope(school.dataLead, id)).toMatchObject({
      ethnicity: null,
      senStatus: null,
      senNeed: null,
      version: 4,
    })
    const [upload] = await data.rows(imports).list({ where: { id: importId } })
    expect(upload).toMatchObject({ state: 'discarded', error: { rule: 'CONSENT_WITHDRAWN' } })
    expect(await data.rows(stagedRows).count({ importId })).toBe(0)
    expect(await data.rows(importProblems).count({ importId })).toBe(0)
    expect(await school.entries('imports.closed')).toMatchObject([{ subjectId: importId }])
    const [image] = await data.rows(beforeImages).list({ where: { importId } })
    expect(image?.image).toMatchObject({
      ethnicity: null,
      sen_status: null,
      sen_need: null,
      last_name: 'Bell',
    })
    expect(await school.entries('pupils.consent-withdrawn')).toMatchObject([
      { subjectId: id, fields: ['ethnicity', 'sen_status', 'sen_need'] },
    ])
  })

  test('a form opened before the withdrawal cannot put the values back', async () => {
    const school = await aSchool(services)
    const id = await withSpecial(school)
    await withdrawConsent(later(school.dataLead), id, decision, null)
    expect(await edit(school, id, 3, special)).toMatchObject({ why: 'clash' })
    await edit(school, id, 4, special)
    expect(await findInScope(school.dataLead, id)).toMatchObject({ ethnicity: null, senStatus: null })
  })

  test('withdrawn while somebody saves: whichever is first, nothing is left', async () => {
    const school = await aSchool(services)
    const id = await withSpecial(school)
    await Promise.all([
      edit(school, id, 3, { ethnicity: 'WIRI' }),
      withdrawConsent(later(school.dataLead), id, decision, null),
      edit(school, id, 3, { sen_status: 'E' }),
    ])
    expect(await findInScope(school.dataLead, id)).toMatchObject({
      ethnicity: null,
      senStatus: null,
      senNeed: null,
    })
  })

  test('the history shows every decision, also under a clock that was set back; nothing is decided twice', async () => {
    const school = await aSchool(services)
    const [id = ''] = await school.enrol({})
    const { dataLead } = school
    const early = { ...dataLead, at: dataLead.at - 1_000_000 }
    expect(await withdrawConsent(dataLead, id, decision, null)).toEqual({
      ok: false,
      why: 'nothing-to-change',
    })
    await giveConsent(dataLead, id, decision, null)
    expect(await giveConsent(dataLead, id, decision, null)).toEqual({ ok: false, why: 'nothing-to-change' })
    await withdrawConsent(early, id, { ...decision, givenBy: 'pupil' }, null)
    const open = await openConsent(dataLead, id)
    expect(open?.pupil.consent).toBe(false)
    expect(open?.history).toMatchObject([
      { what: 'Withdrawn', who: 'The pupil', wording: 'withdrawal-1' },
      { what: 'Given', who: 'Parent or guardian', decidedOn: '1 September 2026' },
    ])
  })

  test('another school’s pupil is not there', async () => {
    const [id = ''] = await (await aSchool(services)).enrol({})
    const { dataLead } = await aSchool(services)
    expect(await giveConsent(dataLead, id, decision, null)).toEqual({ ok: false, why: 'gone' })
    expect(await openConsent(dataLead, id)).toBeNull()
  })
})
