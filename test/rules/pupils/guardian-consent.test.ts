import { expect, test } from 'vitest'
import { noValues, type PupilValues } from '../../../app/features/pupils/rules/fields'
import {
  guardianConsentNeeded,
  holdBack,
  holdBackProblem,
} from '../../../app/features/pupils/rules/guardian-consent'
import { readPupil } from '../../../app/features/pupils/rules/read-pupil'

const pupil: PupilValues = {
  ...noValues(),
  last_name: 'Okafor',
  ethnicity: 'BAFR',
  sen_status: null,
  sen_need: ['MLD'],
}

test('the special categories are ethnicity, SEN status and SEN need', () => {
  expect(guardianConsentNeeded).toEqual(['ethnicity', 'sen_status', 'sen_need'])
})

test('without consent they are held back, and only what was there is counted', () => {
  expect(holdBack(pupil, false)).toEqual({
    values: { ...pupil, ethnicity: null, sen_need: [] },
    heldBack: ['ethnicity', 'sen_need'],
  })
  expect(holdBack(noValues(), false).heldBack).toEqual([])
})

test('with consent nothing is', () => expect(holdBack(pupil, true)).toEqual({ values: pupil, heldBack: [] }))

test('without consent a problem says nothing of what the cell holds', () => {
  const { problems } = readPupil(
    { ...{ last_name: 'A', first_name: 'B' }, ethnicity: 'GROM', gender: 'Z' },
    { today: '2026-06-15' },
  )
  const shown = problems.map((problem) => holdBackProblem(problem, false))
  expect(shown.map(({ field, value }) => [field, value])).toEqual([
    ['gender', 'Z'],
    ['ethnicity', ''],
  ])
  expect(JSON.stringify(shown)).not.toContain('WROM')
  expect(problems.map((problem) => holdBackProblem(problem, true))).toEqual(problems)
})
