/** A policy as it stands: its number, and the day from which it holds (`YYYY-MM-DD`). */
export interface Version {
  number: number
  from: string
}

/** The notice of 8 May 2018, before this product, was the first (P3). */
export const privacyVersion: Version = { number: 2, from: '2026-11-24' }

/** The version that a school accepts when it creates its account. */
export const termsVersion: Version = { number: 1, from: '2026-11-24' }

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "Version 2, 24 November 2026". */
export const versionWords = ({ number, from }: Version) =>
  `Version ${number}, ${inWords.format(new Date(`${from}T00:00:00Z`))}`
