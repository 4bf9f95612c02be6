const MINUTE_S = 60

/** How often something may be tried with one key (an account, a client's address) before it answers 429. The README shows this table. */
export const limitsTable = {
  /** Only failures count: a good sign-in gives its try back. */
  'sign-in.account': { points: 10, seconds: 15 * MINUTE_S },
  'sign-in.address': { points: 60, seconds: 15 * MINUTE_S },
  /** The password asked again before a weighty act; failures only. */
  'confirm.user': { points: 10, seconds: 15 * MINUTE_S },
  'public-form.address': { points: 60, seconds: 10 * MINUTE_S },
  'forgot-password.account': { points: 5, seconds: 60 * MINUTE_S },
  /** Changes by a link, save those that end marketing: these are never refused. */
  'choices.contact': { points: 30, seconds: 60 * MINUTE_S },
  'upload.user': { points: 60, seconds: 10 * MINUTE_S },
} as const satisfies Record<string, { points: number; seconds: number }>

export type LimitName = keyof typeof limitsTable
