import { auditEntries, type AuditEntryRow } from '../../../db/tables/audit'
import { jobs } from '../../../db/tables/jobs'
import { outbox, type OutboxRow } from '../../../db/tables/outbox'
import { receipts, type ReceiptRow } from '../../../db/tables/proof'
import { aboutEach, held, notPersonal } from '../declare'

const everybody = ['user', 'pupil', 'lead', 'subscriber'] as const
const reachable = ['user', 'lead', 'subscriber'] as const

const unnamed = {
  how: 'keep',
  why: 'To show who did what, and that nobody altered the record. It holds an id that leads to no name any more',
  until: 'we stop running OTrack',
  ground: 'UK GDPR art. 17(3)(b) and (e)',
} as const

export const serverTables = [
  held({
    table: auditEntries,
    title: 'Who did what, and when',
    role: 'controller',
    about: [
      { subject: 'user', rows: ({ id }) => ({ actorId: id }), erasure: unnamed },
      ...aboutEach<AuditEntryRow>(everybody, { rows: ({ id }) => ({ subjectId: id }), erasure: unnamed }),
    ],
    purposes: ['protecting'],
    source: 'Your use of OTrack',
    recipients: ['hosting', 'school'],
    retention: 'audit',
    columns: {
      id: notPersonal('a random id'),
      at: { label: 'When', category: 'user.behavior' },
      act: { label: 'What was done', category: 'user.behavior' },
      schoolId: { label: 'For which school', category: 'user.workplace' },
      actorKind: notPersonal('a kind of person'),
      actorId: { label: 'By whom', category: 'user.unique_id.pseudonymous' },
      subjectKind: notPersonal('a kind of thing'),
      subjectId: { label: 'About whom or what', category: 'user.unique_id.pseudonymous' },
      fields: notPersonal('names of fields'),
      counts: notPersonal('figures'),
      door: { label: 'On which page', category: 'user.behavior' },
      address: { label: 'IP address', category: 'user.device.ip_address', retention: 'address' },
      requestId: notPersonal('a random id'),
      place: notPersonal('a number'),
      mac: notPersonal('shows an alteration'),
    },
  }),
  held({
    table: outbox,
    title: 'Messages to you',
    role: 'controller',
    about: aboutEach<OutboxRow>(reachable, {
      rows: () => null,
      erasure: { how: 'by hand', by: 'withdrawMail' },
    }),
    purposes: ['managing'],
    source: 'OTrack',
    recipients: ['hosting', 'mail'],
    retention: 'message',
    columns: {
      id: notPersonal('a random id'),
      template: notPersonal('which message'),
      kind: notPersonal('a kind of message'),
      content: {
        label: 'Email address and text of a message that is not sent yet, encrypted',
        category: 'user.contact.email',
        withheld: 'You get it by email',
      },
      messageId: notPersonal('a random id'),
      state: notPersonal('how far it has come'),
      createdAt: notPersonal('when'),
      sentAt: notPersonal('when'),
      mark: {
        label: 'Keyed mark of the address of a marketing message',
        category: 'user.unique_id.pseudonymous',
        withheld: 'It is the mark beside your choices',
      },
      folded: {
        label: 'Keyed mark of the mailbox of a marketing message',
        category: 'user.unique_id.pseudonymous',
        withheld: 'It is the mark beside your choices',
      },
      topic: notPersonal('what a marketing message is about'),
      claim: notPersonal('a random id'),
    },
  }),
  held({
    table: jobs,
    title: 'Work that OTrack has still to do',
    role: 'controller',
    about: [{ subject: 'user', rows: () => null, erasure: { how: 'by hand', by: 'dropJobs' } }],
    purposes: ['managing'],
    source: 'OTrack',
    recipients: ['hosting'],
    retention: 'work',
    columns: {
      id: notPersonal('a random id'),
      name: notPersonal('which work'),
      payload: {
        label: 'Email address to which a link was asked for, encrypted',
        category: 'user.contact.email',
        withheld: 'It is the address that your account has',
      },
      liveKey: notPersonal('which work'),
      state: notPersonal('how far it has come'),
      runAt: notPersonal('when'),
      firstDueAt: notPersonal('when'),
      attempts: notPersonal('a figure'),
      deaths: notPersonal('a figure'),
      leaseOwner: notPersonal('a process'),
      leaseUntil: notPersonal('when'),
      lastError: notPersonal('what went wrong, without personal data'),
      createdAt: notPersonal('when'),
      finishedAt: notPersonal('when'),
    },
  }),
  held({
    table: receipts,
    title: 'Receipts',
    role: 'controller',
    about: aboutEach<ReceiptRow>(everybody, {
      rows: ({ kind, id }) => ({ subjectKind: kind, subjectId: id }),
      erasure: {
        how: 'tokenise',
        columns: { subjectId: null, opened: null },
        why: 'So that your receipt can still be shown to be genuine. It names nobody',
        until: 'we stop running OTrack',
        ground: 'UK GDPR art. 17(3)(e)',
      },
    }),
    purposes: ['rights'],
    source: 'What you asked or chose',
    recipients: ['hosting'],
    retention: 'receipt',
    columns: {
      reference: { label: 'Reference', category: 'user.unique_id' },
      type: { label: 'What it proves', category: 'user.behavior' },
      body: { label: 'Its text', category: 'user.behavior' },
      signature: notPersonal('shows that it is genuine'),
      kid: notPersonal('which key'),
      subjectKind: notPersonal('a kind of person'),
      subjectId: { label: 'Whose it is', category: 'user.unique_id.pseudonymous' },
      opened: {
        label: 'What it commits to, encrypted',
        category: 'user.content',
        withheld: 'Your receipt’s own file has it',
      },
      at: { label: 'Issued', category: 'user.behavior' },
    },
  }),
]
