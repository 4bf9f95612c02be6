import { longDate } from '../../../values/date-words'
import type { Other } from './same-pupil.server'

/** Why a form could not be saved. */
export type Why = 'invalid' | 'upn-taken' | 'same-person' | 'erased-before' | 'clash' | 'gone'

export type Saved =
  | { ok: true; id: string }
  | { ok: false; why: 'invalid'; errors: Record<string, string> }
  | { ok: false; why: 'upn-taken' | 'same-person'; other: Other }
  /** `erasedOn`: the day, `YYYY-MM-DD`. */
  | { ok: false; why: 'erased-before'; erasedOn: string }
  | { ok: false; why: 'clash' }
  | { ok: false; why: 'gone' }
export type Refused = Extract<Saved, { ok: false }>

/** What is said, and beside which field. */
export const messages: Record<
  Exclude<Why, 'invalid' | 'erased-before' | 'gone'>,
  { field: string; says: string }
> = {
  'upn-taken': {
    field: 'upn',
    says: 'Another pupil of your school has this UPN. Check it, or open the other pupil.',
  },
  'same-person': {
    field: 'confirm_duplicate',
    says: 'A pupil with this name and date of birth is on your roll already. Say that this is somebody else, or open the other pupil.',
  },
  clash: {
    field: 'form',
    says: 'Somebody else changed this pupil while you were typing. Nothing of yours was saved yet: compare, then save again.',
  },
}

/** The same for a pupil who was erased on request. */
export const erasedBefore = (day: string) => ({
  confirm_again: `A pupil like this was erased on request on ${longDate(day)}. Tick the box to add the pupil again.`,
})
