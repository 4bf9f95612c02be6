import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app'
import { cast } from '../support/cast'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00Z' })
})
afterAll(() => app.stop())

test('A data lead adds a pupil, finds her without accents, mends her class and deletes her', async () => {
  const lead = await app.signIn(cast.dataLead)
  const roll = await lead.get('/portal/pupils')
  expect(roll.name).toBe('pupils')
  expect(roll.all('[data-pupil-id]')).toHaveLength(50)
  expect(roll.words).toMatch(/1 to 50 of \d+/)

  await lead.follow('Add a pupil')
  const wrong = await lead.submit({
    last_name: 'Núñez-Œuvre',
    first_name: 'María',
    date_of_birth: '31/02/2016',
    year_group: '5',
    class_group: '5B',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.errors).toHaveLength(1)
  expect(wrong.one('input[name="last_name"]').getAttribute('value')).toBe('Núñez-Œuvre')
  const added = await lead.submit({ date_of_birth: '17/03/2016' })
  expect(added).toMatchObject({ name: 'pupil', heading: 'María Núñez-Œuvre' })
  expect(added.words).toContain('17 March 2016')
  expect(added.words).toContain('Demo Primary School is the controller of this record')

  await lead.get('/portal/pupils')
  const found = await lead.submit({ q: 'maria nunez', year: '5' })
  expect(found.path).toContain('q=maria+nunez')
  expect(found.all('[data-pupil-id]')).toHaveLength(1)
  expect(found.words).toContain('1 to 1 of 1')

  await lead.follow('Núñez-Œuvre, María')
  await lead.follow('Edit')
  const changed = await lead.submit({ class_group: '5C', username: '' })
  expect(changed.words).toContain('The changes were saved')
  expect(changed.words).toContain('5C')

  const unsure = await lead.submit({}, { intent: 'delete' })
  expect(unsure.status).toBe(422)
  expect(unsure.errors[0]).toMatch(/Tick the box/)
  const gone = await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  expect(gone.passed.map(({ status }) => status)).toEqual([303])
  expect(gone.words).toContain('The pupil was deleted')
  await lead.get('/portal/pupils')
  const nobody = await lead.submit({ q: 'maria nunez', year: '5' })
  expect(nobody.words).toContain('Nobody was found')
  await lead.follow('Clear the filters')
  expect(lead.page.words).toMatch(/1 to 50 of/)
})
