import { enquiries, leads, type EnquiryRow, type LeadRow } from '../../../db/tables/leads'
import { aboutEach, held, notPersonal } from '../declare'

/** Somebody who asked may have an account or the newsletter today, under the same address. */
const askers = ['lead', 'user', 'subscriber'] as const

export const leadTables = [
  held({
    table: leads,
    title: 'You, as you asked us something',
    role: 'controller',
    about: aboutEach<LeadRow>(askers, {
      rows: ({ leadIds }) => (leadIds.length > 0 ? { id: leadIds } : null),
      erasure: { how: 'delete' },
    }),
    purposes: ['enquiries'],
    source: 'You, in the form',
    recipients: ['hosting'],
    retention: 'enquiry',
    columns: {
      id: notPersonal('a random id'),
      email: { label: 'Email address', category: 'user.contact.email' },
      firstName: { label: 'First name', category: 'user.name.first' },
      lastName: { label: 'Last name', category: 'user.name.last' },
      phone: { label: 'Telephone number', category: 'user.contact.phone_number' },
      localAuthority: { label: 'Local authority', category: 'user.contact.address' },
      searchName: {
        label: 'Name, as it is searched for',
        category: 'user.name',
        withheld: 'Made from your name, which is beside it',
      },
      createdAt: { label: 'When you first asked', category: 'user.behavior' },
      lastActiveAt: { label: 'When you last asked', category: 'user.behavior' },
    },
  }),
  held({
    table: enquiries,
    title: 'What you asked',
    role: 'controller',
    about: aboutEach<EnquiryRow>(askers, {
      rows: ({ leadIds }) => (leadIds.length > 0 ? { leadId: leadIds } : null),
      erasure: { how: 'delete' },
    }),
    purposes: ['enquiries'],
    source: 'You, in the form',
    recipients: ['hosting'],
    retention: 'enquiry',
    columns: {
      id: notPersonal('a random id'),
      leadId: notPersonal('who asked: the row is found by it'),
      kind: { label: 'What for', category: 'user.behavior' },
      schoolName: { label: 'School name', category: 'user.workplace' },
      role: { label: 'Your role', category: 'user.job_title' },
      message: { label: 'Message', category: 'user.content' },
      createdAt: { label: 'When', category: 'user.behavior' },
    },
  }),
]
