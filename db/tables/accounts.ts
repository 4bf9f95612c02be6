import { flag, id, integer, json, moment, nullable, oneOf, schoolTable, table, text } from './define'

export type StaffRole = 'administrator' | 'sales' | 'support' | 'finance' | 'data_protection'
export type SchoolRole = 'owner' | 'administrator' | 'data_lead' | 'teacher' | 'finance'

/** A person with an account: at a school (then in `memberships`) or one of the company's own (`staffRole`). */
export const users = table('users', {
  id: id(),
  /** Lower-cased; unique. */
  email: text(),
  passwordHash: nullable(text()),
  /** Raised with each new password, so that older links to set one are dead. */
  passwordVersion: integer(),
  title: nullable(text()),
  firstName: text(),
  lastName: text(),
  jobTitle: nullable(text()),
  phone: nullable(text()),
  staffRole: nullable(oneOf<StaffRole>()),
  emailVerifiedAt: nullable(moment()),
  termsVersion: nullable(integer()),
  termsAcceptedAt: nullable(moment()),
  createdAt: moment(),
})
export type UserRow = NonNullable<(typeof users)['row']>

/** Who may act for a school, and as what. */
export const memberships = schoolTable('memberships', {
  userId: id(),
  role: oneOf<SchoolRole>(),
  /** For a teacher: the year groups whose pupils they see. */
  yearGroups: nullable(json<string[]>()),
  createdAt: moment(),
})
export type MembershipRow = NonNullable<(typeof memberships)['row']>

/** A signed-in browser. The id is a hash of the token in the cookie. */
export const sessions = table('sessions', {
  id: text(),
  userId: id(),
  /** The school that this browser acts for. */
  schoolId: nullable(id()),
  expiresAt: moment(),
  /** When the password was last given; an act that needs a fresh sign-in looks here. */
  confirmedAt: moment(),
  lastUsedAt: moment(),
  createdAt: moment(),
  remembered: flag(),
})
export type SessionRow = NonNullable<(typeof sessions)['row']>
