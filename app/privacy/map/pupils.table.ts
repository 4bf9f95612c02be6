import { guardianConsents } from '../../../db/tables/pupils'
import { held, notPersonal } from '../declare'

export const pupilTables = [
  held({
    table: guardianConsents,
    title: 'Consent to special categories',
    role: 'processor',
    about: [{ subject: 'pupil', rows: ({ id }) => ({ pupilId: id }), erasure: { how: 'delete' } }],
    purposes: ['registering'],
    source: 'Users of the pupil’s school',
    recipients: ['hosting'],
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
]
