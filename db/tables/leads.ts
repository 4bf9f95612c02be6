import { id, moment, nullable, oneOf, table, text } from './define'

/** A person who asked. The same person asking again is the same lead. */
export const leads = table('leads', {
  id: id(),
  /** Lower-cased; unique. */
  email: text(),
  firstName: text(),
  lastName: text(),
  phone: nullable(text()),
  /** DfE three-digit code. */
  localAuthority: text(),
  /** First and last name, folded, for the search without diacritics. */
  searchName: text(),
  createdAt: moment(),
  /** When they last asked. */
  lastActiveAt: moment(),
})
export type LeadRow = NonNullable<(typeof leads)['row']>

/** The one time that a lead asked. */
export const enquiries = table('enquiries', {
  id: id(),
  leadId: id(),
  kind: oneOf<'demo'>(),
  schoolName: nullable(text()),
  role: nullable(text()),
  message: nullable(text()),
  createdAt: moment(),
})
export type EnquiryRow = NonNullable<(typeof enquiries)['row']>
