import { expect, test } from 'vitest'
import { changed, difference } from '../../../app/features/pupils/rules/difference'
import { noValues, type PupilValues } from '../../../app/features/pupils/rules/fields'

const pupil = (values: Partial<PupilValues>): PupilValues => ({ ...noValues(), ...values })

test('what is not known never clears what is', () => {
  expect(difference(pupil({ fsm: 'yes', sen_need: ['MLD'], class_group: '6B' }), noValues())).toEqual([])
})

test('changes are listed field by field', () => {
  const old = pupil({ fsm: 'yes', class_group: '5B', sen_need: ['MLD'] })
  const changes = difference(
    old,
    pupil({ fsm: 'no', class_group: '5B', sen_need: ['MLD', 'SLCN'], eal: 'no' }),
  )
  expect(changes).toEqual([
    { field: 'sen_need', from: ['MLD'], to: ['MLD', 'SLCN'] },
    { field: 'fsm', from: 'yes', to: 'no' },
    { field: 'eal', from: null, to: 'no' },
  ])
  expect(changed(old, changes)).toEqual(
    pupil({ fsm: 'no', class_group: '5B', sen_need: ['MLD', 'SLCN'], eal: 'no' }),
  )
})

test('a form shows every field, so an emptied one is cleared', () => {
  expect(
    difference(pupil({ title: 'Miss', sen_need: ['MLD'] }), noValues(), { emptiedClears: true }),
  ).toEqual([
    { field: 'title', from: 'Miss', to: null },
    { field: 'sen_need', from: ['MLD'], to: [] },
  ])
})

test('a file replaces a temporary UPN by a permanent one, never the other way round', () => {
  const [permanent, temporary] = [pupil({ upn: 'E371299321047' }), pupil({ upn: 'G37129932104T' })]
  expect(difference(temporary, permanent)).toHaveLength(1)
  expect(difference(permanent, temporary)).toEqual([])
})
