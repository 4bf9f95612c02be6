import { isUnknown } from './difference'
import { FIELDS, type FieldName, type PupilValues } from './fields'
import type { Problem } from './problem'

/** Special categories of personal data: neither stored, shown, exported nor counted unless a guardian's consent is on record. */
export const guardianConsentNeeded: readonly FieldName[] = FIELDS.flatMap(({ name, special }) =>
  special ? [name] : [],
)

/** The values that may be kept, and the names of those held back for want of consent. */
export function holdBack(
  values: PupilValues,
  hasConsent: boolean,
): { values: PupilValues; heldBack: FieldName[] } {
  const heldBack = hasConsent ? [] : guardianConsentNeeded.filter((field) => !isUnknown(values[field]))
  if (heldBack.length === 0) return { values, heldBack }
  return { values: { ...values, ethnicity: null, sen_status: null, sen_need: [] }, heldBack }
}

/** A problem as it may be kept and shown without consent: that there is one, but nothing of what the cell says. */
export function holdBackProblem(problem: Problem, hasConsent: boolean): Problem {
  const special = guardianConsentNeeded.some((field) => field === problem.field)
  if (hasConsent || !special) return problem
  return {
    ...problem,
    value: '',
    message: 'This cell needs a second look. It is shown once a guardian’s consent is recorded.',
  }
}
