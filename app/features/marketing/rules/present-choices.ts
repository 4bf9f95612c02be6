import { keyOf, mayBeYes, whereWords, type Channel, type ChoiceKey, type Topic } from '../rules'
import { longDate, londonDate } from '../../../values/date-words'
import { wordsOf } from './wordings'

/** A row of the ledger, as far as it decides. */
export interface Choice {
  topic: Topic
  channel: Channel
  says: 'yes' | 'no'
  ground: string
  groundRef: string | null
  collectedBy: string
  wording: string
  version: number
  proven: boolean
  at: number
}

/** `asked`: a yes that nobody has shown to be the person's own; it counts for nothing until they confirm. */
export type State = Choice & { state: 'yes' | 'no' | 'asked' }
export type Present = ReadonlyMap<ChoiceKey, State>

/**
 * The present choices out of the ledger of one address, oldest first. The last word counts, save that an unproven yes never lifts a no and
 * never weakens a proven yes, and that a yes on a ground that its form does not allow is none (P15, P16).
 */
export function presentChoices(ledger: readonly Choice[]): Present {
  const present = new Map<ChoiceKey, State>()
  for (const choice of ledger) {
    const key = keyOf(choice)
    if (choice.says === 'no') present.set(key, { ...choice, state: 'no' })
    else if (!mayBeYes(choice.topic, choice.collectedBy, choice.ground)) continue
    else if (choice.proven) present.set(key, { ...choice, state: 'yes' })
    else if (!present.has(key)) present.set(key, { ...choice, state: 'asked' })
  }
  return present
}

/** Why somebody gets a marketing message, as it says itself: ground, day, place and words (PECR, UK GDPR art. 14). */
export function whyWords({ ground, collectedBy, wording, version, at }: Choice): string {
  const place = `${whereWords(collectedBy)} on ${longDate(londonDate(at))}`
  if (ground === 'soft-opt-in')
    return `You get this message because you gave us your address ${place}, and did not say no to news about our own similar products.`
  const words = wordsOf(wording, version)
  return `You get this message because you agreed to it ${place}${words ? `: “${words}”` : '.'}`
}
