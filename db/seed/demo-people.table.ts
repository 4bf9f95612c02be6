import type { SchoolRole, StaffRole } from '../tables/accounts'

/** The password of everybody in the demo. */
export const demoPassword = 'correct horse demo'

interface DemoPerson {
  email: string
  title: string | null
  firstName: string
  lastName: string
  jobTitle: string
}

export interface DemoSchool {
  name: string
  dfeNumber: string
  people: readonly (DemoPerson & { role: SchoolRole; yearGroups?: string[] })[]
}

const person = (
  email: string,
  title: string | null,
  firstName: string,
  lastName: string,
  jobTitle: string,
): DemoPerson => ({
  ...{ email, title, firstName, lastName, jobTitle },
})

/** One form of entry, and full: thirty pupils in each of seven years. */
export const demoSchool: DemoSchool = {
  name: 'Demo Primary School',
  dfeNumber: '3712999',
  people: [
    { ...person('head@demo.school', 'Mrs', 'Adaeze', 'Okafor', 'Headteacher'), role: 'owner' },
    { ...person('data@demo.school', 'Mr', 'Tom', 'Ellison', 'Data manager'), role: 'data_lead' },
    {
      ...person('teacher@demo.school', 'Miss', 'Priya', 'Nair', 'Teacher of Year 6'),
      role: 'teacher',
      yearGroups: ['6'],
    },
    { ...person('finance@demo.school', 'Ms', 'Helen', 'Marsh', 'School business manager'), role: 'finance' },
  ],
}

/** It has no pupils. */
export const otherSchool: DemoSchool = {
  name: 'Other Primary School',
  dfeNumber: '3712998',
  people: [{ ...person('head@other.school', 'Mr', 'Owen', 'Clarke', 'Headteacher'), role: 'owner' }],
}

/** OTrack's own people. */
export const demoStaff: readonly (DemoPerson & { role: StaffRole })[] = [
  { ...person('staff@otrack.localhost', null, 'Sam', 'Rhodes', 'Administrator'), role: 'administrator' },
  { ...person('sales@otrack.localhost', null, 'Jess', 'Hartley', 'Sales'), role: 'sales' },
  { ...person('support@otrack.localhost', null, 'Imran', 'Aziz', 'Support'), role: 'support' },
  { ...person('finance@otrack.localhost', null, 'Kate', 'Lowe', 'Finance'), role: 'finance' },
  { ...person('dpo@otrack.localhost', null, 'Ruth', 'Baines', 'Data protection'), role: 'data_protection' },
]

const roleWords: Record<SchoolRole | StaffRole, string> = {
  owner: 'owner',
  administrator: 'administrator',
  data_lead: 'data lead',
  teacher: 'teacher of Year 6',
  finance: 'finance',
  sales: 'sales',
  support: 'support',
  data_protection: 'data protection',
}

/** What a start prints: who can sign in, and with which address. */
export const demoSignIns: readonly { who: string; email: string }[] = [
  ...[demoSchool, otherSchool].flatMap(({ name, people }) =>
    people.map(({ role, email }) => ({ who: `${name}, ${roleWords[role]}`, email })),
  ),
  ...demoStaff.map(({ role, email }) => ({ who: `OTrack, ${roleWords[role]}`, email })),
]
