/** What other features and the dashboard may ask of the roll. */
export { applyChanges, countUnseen, RollChanged, type Applied } from './roll/apply-changes.server'
export { sortNameOf, storedValues, valueColumns, type Stored } from './roll/columns'
export {
  forgetAttested,
  newestDecisions,
  recordAttested,
  type Attestation,
} from './roll/guardian-consents.server'
export { pupilsByName, pupilsByUpn, pupilsByUsername, type RollPupil } from './roll/look-up.server'
export { putBack, type PutBack } from './roll/put-back.server'
export type { Staged } from './roll/staged'
export { countByYear, countPupils, rollStamp, rollSummary, type RollSummary } from './roll/summary.server'
export { pupilsFoundBy } from './roll/found-by-words.server'
export { namesOfPupils } from './roll/names.server'
export { findInScope } from './queries.server'
export { wordingFor } from './consent/wording'
