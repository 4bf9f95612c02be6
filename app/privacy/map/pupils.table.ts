import { guardianConsents, pupilHistory, pupils } from '../../../db/tables/pupils'
import { held, notPersonal } from '../declare'
import { pupilFields } from './pupil-fields'

export const pupilTables = [
  held({
    table: pupils,
    title: 'The pupil’s record',
    role: 'processor',
    about: [{ subject: 'pupil', rows: ({ id }) => ({ id }), erasure: { how: 'delete' } }],
    purposes: ['pupils'],
    source: 'Users of the pupil’s school',
    recipients: ['hosting', 'school'],
    retention: 'roll',
    columns: {
      schoolId: notPersonal('which school'),
      id: notPersonal('a random id'),
      ...pupilFields,
      version: notPersonal('how often the record was changed'),
      createdAt: { label: 'When the record was made', category: 'user.behavior' },
      updatedAt: { label: 'When it was last changed', category: 'user.behavior' },
    },
  }),
  held({
    table: guardianConsents,
    title: 'Consent to special categories',
    role: 'processor',
    about: [
      { subject: 'pupil', rows: ({ id }) => ({ pupilId: id }), erasure: { how: 'delete' } },
      {
        subject: 'user',
        rows: ({ id }) => ({ recordedBy: id }),
        erasure: {
          how: 'keep',
          why: 'The school must be able to show that consent was given. Of you it holds an id that leads to no name any more',
          until: 'the pupil is deleted',
          ground: 'UK GDPR art. 17(3)(b)',
        },
        withheld: 'It is about pupils; the school shows it',
      },
    ],
    purposes: ['pupils'],
    source: 'Users of the pupil’s school',
    recipients: ['hosting', 'school'],
    retention: 'roll',
    columns: {
      schoolId: notPersonal('which school'),
      id: notPersonal('a random id'),
      pupilId: { label: 'Pupil', category: 'user.unique_id.pseudonymous' },
      decision: { label: 'Decision', category: 'user.privacy_preferences' },
      givenBy: { label: 'Who decided', category: 'user.privacy_preferences' },
      recordedBy: { label: 'Recorded by', category: 'user.unique_id.pseudonymous' },
      wording: notPersonal('which wording was shown'),
      decidedOn: { label: 'Decided on', category: 'user.privacy_preferences' },
      at: notPersonal('when it was recorded'),
    },
  }),
  held({
    table: pupilHistory,
    title: 'What the pupil’s record said before',
    role: 'processor',
    about: [
      { subject: 'pupil', rows: ({ id }) => ({ pupilId: id }), erasure: { how: 'delete' } },
      {
        subject: 'user',
        rows: ({ id }) => ({ changedBy: id }),
        erasure: {
          how: 'keep',
          why: 'The school must be able to see how a record came to say what it says. Of you it holds an id that leads to no name any more',
          until: 'the pupil is deleted',
          ground: 'UK GDPR art. 17(3)(b)',
        },
        withheld: 'It is about pupils; the school shows it',
      },
    ],
    purposes: ['pupils'],
    source: 'Users of the pupil’s school',
    recipients: ['hosting', 'school'],
    retention: 'roll',
    columns: {
      schoolId: notPersonal('which school'),
      pupilId: { label: 'Pupil', category: 'user.unique_id.pseudonymous' },
      version: notPersonal('how often the record was changed'),
      field: { label: 'Which field', category: 'user.childrens' },
      oldValue: { label: 'What it said before', category: 'user.childrens', special: true },
      newValue: { label: 'What it said then', category: 'user.childrens', special: true },
      act: notPersonal('by hand, by an upload, or by undoing one'),
      changedBy: { label: 'Changed by', category: 'user.unique_id.pseudonymous' },
      at: { label: 'When', category: 'user.behavior' },
    },
  }),
]
