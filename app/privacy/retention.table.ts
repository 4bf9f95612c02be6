const DAY_MS = 24 * 60 * 60_000

/** How long something is kept, in words for the notice, and what carries it out. */
export interface Retention {
  says: string
  /** The job of app/jobs.ts that ends it by the clock, or in words the act that does. */
  by: string
  /** Where a clock counts: after so long it is gone. From when is in `says`. */
  afterMs?: number
  afterMonths?: number
  /** Promised, and nothing carries it out yet. */
  notYet?: true
}

export const retention = {
  account: {
    says: 'While you are a user. Basic contact and identity data at most six years after, then it goes by itself',
    by: 'retention.run',
    afterMonths: 72,
    notYet: true,
  },
  school: {
    says: 'As long as the school has an account, and at most six years after',
    by: 'retention.run',
    afterMonths: 72,
    notYet: true,
  },
  unverified: {
    says: 'Until you confirm your email address, and 14 days at most',
    by: 'accounts.tidy',
    afterMs: 14 * DAY_MS,
  },
  session: {
    says: 'Until you sign out, and 7 days at most',
    by: 'accounts.tidy',
    afterMs: 7 * DAY_MS,
  },
  enquiry: {
    says: '24 months after you last asked us something',
    by: 'retention.run',
    afterMonths: 24,
    notYet: true,
  },
  roll: {
    says: 'As long as the school keeps the pupil on its roll in OTrack',
    by: 'deletion of the pupil',
  },
  upload: {
    says: 'Until the upload is saved or thrown away, and 30 days at most',
    by: 'imports.tidy',
    afterMs: 30 * DAY_MS,
  },
  undo: {
    says: 'As long as the upload can be undone: 30 days',
    by: 'imports.tidy',
    afterMs: 30 * DAY_MS,
  },
  subscription: {
    says: 'Until you end it; then 30 days. 14 days where you do not confirm',
    by: 'marketing.tidy',
    afterMs: 30 * DAY_MS,
  },
  objection: {
    says: 'As long as we run OTrack: what you agreed to must be shown, and an objection obeyed. Once you are erased it is a mark that nobody can read back',
    by: 'nothing: an objection has no end',
  },
  mark: {
    says: 'Until the school adds the pupil again',
    by: 'adding the pupil again',
  },
  message: {
    says: 'Until the message is sent. That one was sent, 90 days',
    by: 'server.tidy',
    afterMs: 90 * DAY_MS,
  },
  work: {
    says: '30 days after the work is done, 90 where it failed',
    by: 'server.tidy',
    afterMs: 90 * DAY_MS,
  },
  audit: {
    says: 'As long as we run OTrack. An entry holds ids, never names; they lead nowhere once an account or a pupil is deleted',
    by: 'deletion of whom the id is of',
  },
  address: {
    says: '13 months: then the key to it is destroyed',
    by: 'retention.run',
    afterMonths: 13,
    notYet: true,
  },
  request: {
    says: 'Three years after the request was closed',
    by: 'retention.run',
    afterMonths: 36,
    notYet: true,
  },
  receipt: {
    says: 'What it commits to, three years after the request was closed. Its signed text, which names nobody, as long as we run OTrack',
    by: 'retention.run',
    afterMonths: 36,
    notYet: true,
  },
} as const satisfies Record<string, Retention>
export type RetentionName = keyof typeof retention
