import type { SchoolActor } from '../../../server/actor'
import { longDate, londonDate, longMoment } from '../../../values/date-words'
import { decisionsOn } from '../queries.server'
import { openPupil, type OpenPupil } from '../record/open-pupil.server'
import { wordingOf } from './wording'

/** One line of the history, in words. */
export interface PastDecision {
  id: string
  what: string
  who: string
  decidedOn: string
  recorded: string
  wording: string
}

export interface OpenConsent {
  pupil: Pick<OpenPupil, 'id' | 'name' | 'consent'>
  history: PastDecision[]
  /** The day on which this is read, as a form holds it. */
  today: string
}

/** A pupil's consents, or null where the actor sees no such pupil. The reading is recorded. */
export async function openConsent(actor: SchoolActor, pupilId: string): Promise<OpenConsent | null> {
  const pupil = await openPupil(actor, pupilId, ['last_name', 'first_name', 'guardian_consents'])
  if (!pupil) return null
  const history = (await decisionsOn(actor, pupilId)).map((decision): PastDecision => {
    const wording = wordingOf(decision.wording)
    const mine = 'id' in actor.who && actor.who.id === decision.recordedBy
    const by = mine ? 'you' : 'another person at your school'
    const attested = wording?.at === 'upload' ? `, attested at an upload` : ''
    return {
      id: decision.id,
      what: decision.decision === 'given' ? `Given${attested}` : 'Withdrawn',
      who: decision.givenBy === 'guardian' ? 'Parent or guardian' : 'The pupil',
      decidedOn: longDate(decision.decidedOn),
      recorded: `${longMoment(decision.at)}, by ${by}`,
      wording: decision.wording,
    }
  })
  const { id, name, consent } = pupil
  return { pupil: { id, name, consent }, history, today: londonDate(actor.at).split('-').reverse().join('/') }
}
