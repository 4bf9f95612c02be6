/** Who receives data (P20): why, where, and under which safeguard outside the UK and EEA. None may use it for purposes of its own. */
export interface Recipient {
  name: string
  why: string
  country: string
  safeguard: string | null
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
} as const satisfies Record<string, Recipient>
export type RecipientName = keyof typeof recipients
