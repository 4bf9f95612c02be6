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

const membership = {
  userId: id(),
  role: oneOf<SchoolRole>(),
  /** For a teacher: the year groups whose pupils they see. */
  yearGroups: nullable(json<string[]>()),
  createdAt: moment(),
}

/** Who may act for a school, and as what. */
export const memberships = schoolTable('memberships', membership)
export type MembershipRow = NonNullable<(typeof memberships)['row']>

/**
 * The same rows from the person's side: which schools are theirs is asked before there is a school to ask through. Only for signing in and
 * for choosing a school, and always with the person's own id.
 */
export const ownMemberships = table('memberships', { schoolId: id(), ...membership })

/**
 * Somebody who filled in the sign-up form and has not yet shown that the address is theirs. User, school and membership are made when they do:
 * until then nothing stands in anybody's way.
 */
export const signUps = table('sign_ups', {
  id: id(),
  /** Lower-cased; not unique: who confirms first has the account. */
  email: text(),
  /** Gone once it became an account. */
  passwordHash: nullable(text()),
  title: nullable(text()),
  firstName: text(),
  lastName: text(),
  jobTitle: text(),
  phone: nullable(text()),
  schoolName: text(),
  dfeNumber: text(),
  termsVersion: integer(),
  createdAt: moment(),
  /** When the last link was sent; it opens for some days from then. */
  linkSentAt: moment(),
  /** Raised with each new link, so that the ones before are dead. */
  linkVersion: integer(),
  /** Set when it became an account; kept a little longer so that a second press of the button is answered as the first. */
  userId: nullable(id()),
  /** What the box about marketing said, and the version of its words; null where no box was shown. It counts once the address is confirmed. */
  marketing: nullable(flag()),
  marketingVersion: nullable(integer()),
})
export type SignUpRow = NonNullable<(typeof signUps)['row']>

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
})
export type SessionRow = NonNullable<(typeof sessions)['row']>
