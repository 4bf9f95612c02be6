import { date, id, integer, json, moment, nullable, oneOf, real, schoolTable, text } from './define'

type YesNo = 'yes' | 'no'
const yesNo = () => nullable(oneOf<YesNo>())

/** A child on a school's roll. Unknown is null, never "no". */
export const pupils = schoolTable('pupils', {
  id: id(),
  upn: nullable(text()),
  lastName: text(),
  firstName: nullable(text()),
  title: nullable(text()),
  username: nullable(text()),
  dateOfBirth: nullable(date()),
  gender: nullable(text()),
  yearGroup: nullable(text()),
  classGroup: nullable(text()),
  /** Special (P8): only while a guardian's consent is recorded. */
  ethnicity: nullable(text()),
  /** Special (P8). */
  senStatus: nullable(text()),
  /** Special (P8). */
  senNeed: nullable(json<string[]>()),
  fsm: yesNo(),
  fsm6: yesNo(),
  pupilPremium: yesNo(),
  eal: yesNo(),
  inCare: yesNo(),
  everInCare: yesNo(),
  giftedTalented: yesNo(),
  entryDate: nullable(date()),
  attendancePercent: nullable(real()),
  attendancePossible: nullable(integer()),
  attendanceAuthorised: nullable(integer()),
  attendanceUnauthorised: nullable(integer()),
  leftOn: nullable(date()),
  /** Last and first name, folded, as people expect a list to be sorted. This and the next three are made by `columnsOf`. */
  sortName: text(),
  /** Last and first name, folded, for the search without diacritics. */
  searchName: text(),
  /** Place of the year group, youngest first, in two digits. */
  yearSort: text(),
  /** Class group, folded, numbers padded. */
  classSort: text(),
  /** Raised by each change; a form that was opened on an older one is refused. */
  version: integer(),
  createdAt: moment(),
  updatedAt: moment(),
})
export type PupilRow = NonNullable<(typeof pupils)['row']>

/** A guardian's (or competent pupil's) consent to the special fields, given or withdrawn. Rows are only added; the newest counts. */
export const guardianConsents = schoolTable('guardian_consents', {
  id: id(),
  pupilId: id(),
  decision: oneOf<'given' | 'withdrawn'>(),
  /** Who decided: the parent or guardian, or the pupil where competent. */
  givenBy: oneOf<'guardian' | 'pupil'>(),
  /** The user who recorded or attested it. */
  recordedBy: id(),
  /** Version of the wording that was shown. */
  wording: text(),
  /** The day of the decision. */
  decidedOn: date(),
  at: moment(),
})
export type GuardianConsentRow = NonNullable<(typeof guardianConsents)['row']>

/** One field of a pupil as it was before a change and after it. Rows are only added; they go with the pupil, special values with the consent. */
export const pupilHistory = schoolTable('pupil_history', {
  pupilId: id(),
  /** The record's version after the change. */
  version: integer(),
  /** As columns and forms call it. */
  field: text(),
  /** As the pupil's column holds it, in text; null is not known. */
  oldValue: nullable(text()),
  newValue: nullable(text()),
  /** The act of the audit trail, such as `pupils.changed`. */
  act: text(),
  /** Id of the user; null where nobody of the school did it. */
  changedBy: nullable(text()),
  at: moment(),
})
export type PupilHistoryRow = NonNullable<(typeof pupilHistory)['row']>
