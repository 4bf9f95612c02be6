import type { Other } from './same-pupil.server'

/** Why a form could not be saved. */
export type Why = 'invalid' | 'upn-taken' | 'same-person' | 'clash' | 'gone'

export type Saved =
  | { ok: true; id: string }
  | { ok: false; why: 'invalid'; errors: Record<string, string> }
  | { ok: false; why: 'upn-taken' | 'same-person'; other: Other }
  | { ok: false; why: 'clash' }
  | { ok: false; why: 'gone' }
export type Refused = Extract<Saved, { ok: false }>

/** What is said, and beside which field. */
export const messages: Record<Exclude<Why, 'invalid' | 'gone'>, { field: string; says: string }> = {
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
