import {
  marketingChoices,
  marketingContacts,
  subscribers,
  suppressions,
  type ChoiceRow,
  type ContactRow,
  type SubscriberRow,
  type SuppressionRow,
} from '../../../db/tables/marketing'
import { aboutEach, held, notPersonal, type Person } from '../declare'

/** Whoever has an address may have chosen. */
const choosers = ['user', 'lead', 'subscriber'] as const

const theirs = ({ addressMarks }: Person) => (addressMarks.length > 0 ? { mark: addressMarks } : null)

/** An objection must be obeyed also by who has forgotten whose it was (UK GDPR art. 21(3)). */
const obeyed = {
  how: 'keep',
  why: 'So that no marketing goes to you again. It is a keyed mark, which nobody can read back into an address',
  until: 'we stop running OTrack',
  ground: 'UK GDPR art. 21(3) and 17(3)(b)',
} as const

const mark = { label: 'Keyed mark of your address', category: 'user.unique_id.pseudonymous' }

export const marketingTables = [
  held({
    table: marketingContacts,
    title: 'The address about which you chose',
    role: 'controller',
    about: aboutEach<ContactRow>(choosers, {
      rows: theirs,
      erasure: { how: 'by hand', by: 'endMarketing' },
    }),
    purposes: ['suggestions'],
    source: 'You, when you chose',
    recipients: ['hosting', 'mail'],
    retention: 'objection',
    columns: {
      id: notPersonal('a random id'),
      mark,
      folded: { ...mark, label: 'Keyed mark of your mailbox' },
      email: { label: 'Email address', category: 'user.contact.email', retention: 'subscription' },
      createdAt: { label: 'Since when', category: 'user.behavior' },
    },
  }),
  held({
    table: marketingChoices,
    title: 'What you chose about marketing',
    role: 'controller',
    about: aboutEach<ChoiceRow>(choosers, { rows: theirs, erasure: obeyed }),
    purposes: ['suggestions'],
    source: 'You, when you chose',
    recipients: ['hosting'],
    retention: 'objection',
    columns: {
      id: notPersonal('a random id'),
      mark,
      place: notPersonal('a number'),
      batch: notPersonal('a random id'),
      topic: { label: 'About what', category: 'user.privacy_preferences' },
      channel: { label: 'By which way', category: 'user.privacy_preferences' },
      says: { label: 'Yes or no', category: 'user.privacy_preferences' },
      act: { label: 'What was done', category: 'user.privacy_preferences' },
      ground: { label: 'Lawful ground', category: 'user.privacy_preferences' },
      groundRef: { label: 'Sale or quote that the ground rests on', category: 'user.behavior' },
      collectedBy: { label: 'Where', category: 'user.privacy_preferences' },
      wording: { label: 'Words shown', category: 'user.privacy_preferences' },
      version: { label: 'Version of the words', category: 'user.privacy_preferences' },
      proven: { label: 'Shown to be yours', category: 'user.privacy_preferences' },
      at: { label: 'When', category: 'user.behavior' },
    },
  }),
  held({
    table: suppressions,
    title: 'What holds marketing back from you',
    role: 'controller',
    about: aboutEach<SuppressionRow>(choosers, { rows: theirs, erasure: obeyed }),
    purposes: ['suggestions'],
    source: 'You, when you chose',
    recipients: ['hosting'],
    retention: 'objection',
    columns: {
      channel: { label: 'By which way', category: 'user.privacy_preferences' },
      mark,
      scope: { label: 'About what', category: 'user.privacy_preferences' },
      at: { label: 'When', category: 'user.behavior' },
    },
  }),
  held({
    table: subscribers,
    title: 'Your newsletter',
    role: 'controller',
    about: [
      { subject: 'subscriber', rows: ({ id }) => ({ id }), erasure: { how: 'delete' } },
      ...aboutEach<SubscriberRow>(['user', 'lead'], {
        rows: ({ email }) => (email === null ? null : { email }),
        erasure: { how: 'delete' },
      }),
    ],
    purposes: ['suggestions'],
    source: 'You, in the form',
    recipients: ['hosting', 'mail'],
    retention: 'subscription',
    columns: {
      id: notPersonal('a random id'),
      email: { label: 'Email address', category: 'user.contact.email' },
      firstName: { label: 'First name', category: 'user.name.first' },
      state: { label: 'Confirmed or not', category: 'user.privacy_preferences' },
      wording: { label: 'Words shown', category: 'user.privacy_preferences' },
      version: { label: 'Version of the words', category: 'user.privacy_preferences' },
      linkVersion: notPersonal('a number'),
      linkSentAt: { label: 'When we asked you to confirm', category: 'user.behavior' },
      createdAt: { label: 'When you asked for it', category: 'user.behavior' },
      confirmedAt: { label: 'When you confirmed', category: 'user.behavior' },
    },
  }),
]
