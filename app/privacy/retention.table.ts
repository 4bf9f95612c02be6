/** How long something is kept, in words for the notice, and what carries it out. */
export interface Retention {
  says: string
}

export const retention = {
  account: { says: 'While you are a user, and basic data at most six years after' },
  roll: { says: 'As long as the school keeps the pupil on its roll in OTrack' },
} as const satisfies Record<string, Retention>
export type RetentionName = keyof typeof retention
