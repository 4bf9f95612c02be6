import { erasedPupils, requests } from '../../../db/tables/rights'
import { held, notPersonal } from '../declare'

export const rightsTables = [
  held({
    table: requests,
    title: 'Requests about your data',
    role: 'controller',
    about: [
      {
        subject: 'user',
        rows: ({ id }) => ({ requestedBy: id }),
        erasure: {
          how: 'keep',
          why: 'To show that we did what was asked',
          until: 'three years after it was closed',
          ground: 'UK GDPR art. 17(3)(e)',
        },
      },
      {
        subject: 'pupil',
        rows: ({ id }) => ({ subjectId: id }),
        erasure: {
          how: 'tokenise',
          columns: { subjectId: null, details: null },
          why: 'To show that we did what was asked, without saying for whom',
          until: 'three years after it was closed',
          ground: 'UK GDPR art. 17(3)(e)',
        },
      },
    ],
    purposes: ['rights'],
    source: 'The person who asked',
    recipients: ['hosting', 'officer'],
    retention: 'request',
    columns: {
      id: notPersonal('a random id'),
      reference: { label: 'Reference', category: 'user.unique_id' },
      kind: { label: 'What was asked', category: 'user.behavior' },
      subjectKind: notPersonal('own data or a pupil’s'),
      subjectId: { label: 'About', category: 'user.unique_id.pseudonymous' },
      schoolId: notPersonal('which school'),
      requestedBy: { label: 'Asked by', category: 'user.unique_id.pseudonymous' },
      state: { label: 'State', category: 'user.behavior' },
      details: { label: 'Details', category: 'user.content' },
      receivedAt: { label: 'Received', category: 'user.behavior' },
      closedAt: { label: 'Closed', category: 'user.behavior' },
      availableUntil: { label: 'Copy available until', category: 'user.behavior' },
    },
  }),
  held({
    table: erasedPupils,
    title: 'Marks that hold erased pupils back at the next upload',
    role: 'processor',
    about: [],
    unreachable:
      'The mark is what keeps the erasure: it must outlive it, and nothing leads from it to the pupil',
    purposes: ['pupils'],
    source: 'Made by OTrack when a pupil is erased',
    recipients: ['hosting'],
    retention: 'mark',
    columns: {
      schoolId: notPersonal('which school'),
      mark: { label: 'Keyed mark', category: 'user.unique_id.pseudonymous' },
      kind: notPersonal('what the mark was made of'),
      reference: notPersonal('the request’s; names nobody'),
      erasedOn: notPersonal('a day'),
    },
  }),
]
