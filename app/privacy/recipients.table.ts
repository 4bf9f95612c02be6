/** Who receives data (P20): why, where, and under which safeguard outside the UK and EEA. None may use it for purposes of its own. */
export interface Recipient {
  name: string
  why: string
  country: string
  safeguard: string | null
  /** Not by the running of OTrack, but where the occasion comes: no table names it. */
  onOccasion?: true
  /** Named in advance: it receives nothing yet. */
  notYet?: true
}

export const recipients = {
  hosting: {
    name: 'The provider who runs OTrack’s computers',
    why: 'Storing and serving everything that OTrack holds',
    country: 'United Kingdom',
    safeguard: null,
  },
  mail: {
    name: 'The provider who sends OTrack’s emails',
    why: 'Delivering messages to their recipients',
    country: 'United Kingdom',
    safeguard: null,
  },
  school: {
    name: 'Your school, and those of its users whose role allows it',
    why: 'Seeing who uses OTrack at the school, and who did what',
    country: 'United Kingdom',
    safeguard: null,
  },
  officer: {
    name: 'Our data protection officer',
    why: 'Answering requests and complaints',
    country: 'United Kingdom',
    safeguard: null,
  },
  payments: {
    name: 'Stripe, who takes payments',
    why: 'Taking payments; it alone holds card numbers',
    country: 'Ireland and the United States',
    safeguard: 'UK–US data bridge (adequacy) and standard contractual clauses',
    notYet: true,
  },
  texts: {
    name: 'The provider who sends text messages',
    why: 'Delivering text messages to those who chose them',
    country: 'United Kingdom',
    safeguard: null,
    notYet: true,
  },
  advisers: {
    name: 'Our lawyers, accountants and insurers',
    why: 'Advising us, as far as a case needs it',
    country: 'United Kingdom',
    safeguard: null,
    onOccasion: true,
  },
  authorities: {
    name: 'HM Revenue and Customs, regulators and courts',
    why: 'Where the law requires it',
    country: 'United Kingdom',
    safeguard: null,
    onOccasion: true,
  },
  buyer: {
    name: 'A buyer of our business',
    why: 'Going on with the service, bound by this notice',
    country: 'United Kingdom',
    safeguard: null,
    onOccasion: true,
  },
} as const satisfies Record<string, Recipient>
export type RecipientName = keyof typeof recipients
