/** A purpose as the notice and the register name it (P13), with its lawful basis (UK GDPR art. 6) and Fideslang data use. */
export interface Purpose {
  /** For the notice: a sentence. */
  says: string
  basis: 'contract' | 'legitimate interests' | 'legal obligation' | 'consent' | 'the school’s instructions'
  /** Named where the basis is legitimate interests (art. 13(1)(d)). */
  interest?: string
  dataUse: string
  /** Promised by the notice, and no data is used for it yet. */
  notCarriedOutYet?: true
}

export const purposes = {
  registering: {
    says: 'Registering you as a customer and giving you an account',
    basis: 'contract',
    dataUse: 'essential.service',
  },
  delivering: {
    says: 'Delivering the licence that your school buys, and taking payment for it',
    basis: 'contract',
    dataUse: 'essential.service.payment_processing',
    notCarriedOutYet: true,
  },
  recovering: {
    says: 'Recovering money owed to us',
    basis: 'legitimate interests',
    interest: 'being paid what we are owed',
    dataUse: 'essential.service.payment_processing',
    notCarriedOutYet: true,
  },
  managing: {
    says: 'Managing our relationship with you: messages that your account needs, and notice of changes to our terms or this notice',
    basis: 'contract',
    dataUse: 'essential.service.notifications.email',
  },
  enquiries: {
    says: 'Answering you when you ask for a demo or for information',
    basis: 'legitimate interests',
    interest: 'answering people who ask us something',
    dataUse: 'essential.service',
  },
  reviewing: {
    says: 'Asking for your review, or for your answers to a survey about OTrack',
    basis: 'legitimate interests',
    interest: 'learning how OTrack is used and what would make it better',
    dataUse: 'functional.service.improve',
    notCarriedOutYet: true,
  },
  competitions: {
    says: 'Prize draws, competitions and surveys that you choose to take part in',
    basis: 'consent',
    dataUse: 'essential.service',
    notCarriedOutYet: true,
  },
  protecting: {
    says: 'Running and protecting our business and this site: security, finding faults, showing who did what',
    basis: 'legitimate interests',
    interest: 'keeping OTrack secure, and being able to show what was done with the data in it',
    dataUse: 'essential.service.security',
  },
  advertising: {
    says: 'Showing you relevant content and advertisements, and measuring how well they work',
    basis: 'consent',
    dataUse: 'marketing.advertising.first_party.contextual',
    notCarriedOutYet: true,
  },
  analytics: {
    says: 'Counting how the site is used, to improve it and our service',
    basis: 'consent',
    dataUse: 'analytics.reporting',
    notCarriedOutYet: true,
  },
  suggestions: {
    says: 'Suggesting and recommending our products or services that may interest you',
    basis: 'consent',
    dataUse: 'marketing.communications.email',
  },
  rights: {
    says: 'Answering what you ask us to do with your data, and showing that we did it',
    basis: 'legal obligation',
    dataUse: 'essential.legal_obligation',
  },
  pupils: {
    says: 'Recording pupils’ information for the users at their school',
    basis: 'the school’s instructions',
    dataUse: 'essential.service',
  },
} as const satisfies Record<string, Purpose>
export type PurposeName = keyof typeof purposes
