import { requestSteps } from '../../../db/tables/rights'
import { held, notPersonal } from '../declare'

export const stepTables = [
  held({
    table: requestSteps,
    title: 'Steps of your requests',
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
    ],
    purposes: ['rights'],
    source: 'OTrack, from what was done',
    recipients: ['hosting'],
    retention: 'request',
    columns: {
      id: notPersonal('a random id'),
      reference: { label: 'Request', category: 'user.unique_id' },
      requestedBy: { label: 'Asked by', category: 'user.unique_id.pseudonymous' },
      type: { label: 'What was done', category: 'user.behavior' },
      receipt: { label: 'Receipt', category: 'user.unique_id' },
      at: { label: 'When', category: 'user.behavior' },
    },
  }),
]
