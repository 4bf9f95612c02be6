/**
 * Every sentence beside a box or a button that makes a choice, each version in its order. The ledger names the version that was shown: change a
 * sentence by adding one.
 */
const wordings = {
  newsletter: ['Send me news about OTrack by email. I can stop it at any time.'],
  demo: ['Also send me news about OTrack by email. I can stop it at any time.'],
  'sign-up': ['Also send me news about OTrack by email. I can stop it at any time.'],
  preferences: ['Tick what you want to get. We send nothing that is not ticked.'],
  stop: ['Stop all marketing'],
  'stop-topics': ['Stop only these'],
  undo: ['Undo: send me what I got before'],
  'staff-record': ['Recorded from a telephone call or a letter'],
  erasure: ['Your data is erased, and marketing ends'],
} as const satisfies Record<string, readonly string[]>

export type WordingName = keyof typeof wordings

/** The words as they are shown now, with their version (from 1). */
export const wordingNow = (name: WordingName) => {
  const all: readonly string[] = wordings[name]
  return { wording: name, version: all.length, says: all.at(-1) ?? '' }
}

/** The words of a version, for showing what somebody agreed to; null where this build does not know it. */
export function wordsOf(name: string, version: number): string | null {
  const all: readonly string[] = Object.hasOwn(wordings, name) ? wordings[name as WordingName] : []
  return all[version - 1] ?? null
}
