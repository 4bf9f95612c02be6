import { describe, expect, test } from 'vitest'
import { collectors, mayBeYes, TOPICS } from '../../../app/features/marketing/rules'
import { presentChoices, whyWords, type Choice } from '../../../app/features/marketing/rules/present-choices'
import { wordingNow, wordsOf } from '../../../app/features/marketing/rules/wordings'

const row = (patch: Partial<Choice>): Choice => ({
  topic: 'product',
  channel: 'email',
  says: 'yes',
  ground: 'consent',
  groundRef: null,
  collectedBy: 'newsletter',
  wording: 'newsletter',
  version: 1,
  proven: true,
  at: Date.parse('2026-11-24T09:00:00Z'),
  ...patch,
})
const yes = row({})
const no = row({ says: 'no', ground: 'none', collectedBy: 'link' })
const unproven = row({ proven: false, collectedBy: 'demo' })
const emptyBox = row({ says: 'no', ground: 'none', proven: false, collectedBy: 'demo' })
const soft = row({ ground: 'soft-opt-in', collectedBy: 'purchase' })

test.each([
  [[], undefined, 'nothing was ever asked'],
  [[yes], 'yes', 'a proven yes'],
  [[yes, no], 'no', 'the last word counts'],
  [[no, yes], 'yes', 'a new proven yes'],
  [[unproven], 'asked', 'somebody typed the address'],
  [[no, unproven], 'no', 'an unproven yes never lifts a no'],
  [[yes, unproven], 'yes', 'nor weakens a proven yes'],
  [[unproven, yes], 'yes', 'confirmed'],
  [[emptyBox], 'no', 'a box shown and left empty is a no'],
  [[yes, emptyBox], 'no', 'also after a yes'],
  [[soft], 'yes', 'the soft opt-in of a sale'],
  [[row({ ground: 'soft-opt-in' })], undefined, 'no soft opt-in from a newsletter form'],
  [[row({ collectedBy: 'import' })], undefined, 'no yes out of a list'],
  [[row({ collectedBy: 'staff' })], undefined, 'staff record a no alone'],
  [[row({ collectedBy: 'of-another-build' })], undefined, 'a form that this build does not know'],
] as const)('[P15] %j → %s: %s', (ledger, state, _) => {
  expect(presentChoices(ledger).get('product.email')?.state).toBe(state)
})

describe('[P15] the soft opt-in', () => {
  const fromSoft = Object.keys(collectors).filter((name) => mayBeYes('product', name, 'soft-opt-in'))
  test('comes from a sale or talks about one alone', () => expect(fromSoft).toEqual(['purchase', 'quote']))
  test('covers our own similar products alone', () =>
    expect(TOPICS.filter((topic) => mayBeYes(topic, 'purchase', 'soft-opt-in'))).toEqual([
      'product',
      'events',
    ]))
})

test('[P16] sharing with other companies is agreed to by its own box alone', () => {
  const may = Object.keys(collectors).filter((name) => mayBeYes('partners', name, 'consent'))
  expect(may).toEqual(['portal', 'preferences'])
  expect(presentChoices([row({ topic: 'partners' })]).size).toBe(0)
  expect(presentChoices([yes]).has('partners.email')).toBe(false)
})

test('[P15] a message says on which ground, since when and whence it comes', () => {
  expect(whyWords(yes)).toBe(
    `You get this message because you agreed to it in our newsletter form on 24 November 2026: “${wordingNow('newsletter').says}”`,
  )
  expect(whyWords(soft)).toContain('when you bought a licence on 24 November 2026')
  expect(whyWords(row({ wording: 'newsletter', version: 99 }))).toContain('on 24 November 2026.')
  expect(wordsOf('toString', 1)).toBeNull()
})
