import { flag, id, integer, moment, nullable, oneOf, table, text } from './define'

export type Topic = 'product' | 'events' | 'surveys' | 'research' | 'partners'
export type Channel = 'email' | 'sms'

/** An address about which somebody chose. It is known by its keyed mark, which outlives the address itself. */
export const marketingContacts = table('marketing_contacts', {
  /** What a link names: it says nothing about the address. */
  id: id(),
  /** Keyed hash of the address as it is; unique. */
  mark: text(),
  /** Keyed hash of the mailbox, where the provider is known to deliver several spellings to one. */
  folded: nullable(text()),
  /** Lower-cased; null once the person is erased, or where only an objection is known of them. */
  email: nullable(text()),
  createdAt: moment(),
})
export type ContactRow = NonNullable<(typeof marketingContacts)['row']>

/** Who chose what, when, how, and on which ground. Rows are only ever added; the present state is made of them. */
export const marketingChoices = table('marketing_choices', {
  id: id(),
  /** The contact's. */
  mark: text(),
  /** Place among the choices of this mark, from 0, without gaps: two changes at once cannot both be next. */
  place: integer(),
  /** The same for what was chosen in one act, which is undone together. */
  batch: id(),
  topic: oneOf<Topic>(),
  channel: oneOf<Channel>(),
  says: oneOf<'yes' | 'no'>(),
  act: oneOf<'given' | 'refused' | 'withdrawn' | 'undone' | 'erased'>(),
  ground: oneOf<'consent' | 'soft-opt-in' | 'none'>(),
  /** Of the sale or the talks about one, where the ground is the soft opt-in. */
  groundRef: nullable(text()),
  /** The form or door; see `collectors` in features/marketing/rules.ts. */
  collectedBy: text(),
  /** Which words were shown, and their version. */
  wording: text(),
  version: integer(),
  /** Whether it is shown that the person who reads the address chose it. A yes that is not counts for nothing. */
  proven: flag(),
  at: moment(),
})
export type ChoiceRow = NonNullable<(typeof marketingChoices)['row']>

/** Marks to which no marketing goes: of a topic, or of `all`. The claim of a message looks here in its own statement. */
export const suppressions = table('suppressions', {
  channel: oneOf<Channel>(),
  mark: text(),
  scope: oneOf<Topic | 'all'>(),
  at: moment(),
})
export type SuppressionRow = NonNullable<(typeof suppressions)['row']>

/** Somebody who asked for the newsletter. Until they confirm, nothing but the question goes to them. */
export const subscribers = table('subscribers', {
  id: id(),
  /** Lower-cased; unique. */
  email: text(),
  firstName: nullable(text()),
  state: oneOf<'waiting' | 'confirmed'>(),
  /** The words that they were shown. */
  wording: text(),
  version: integer(),
  /** Raised with each new link, so that the ones before are dead. */
  linkVersion: integer(),
  linkSentAt: moment(),
  createdAt: moment(),
  confirmedAt: nullable(moment()),
})
export type SubscriberRow = NonNullable<(typeof subscribers)['row']>
