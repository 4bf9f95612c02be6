/** How far an upload has come; the words of the addresses, the table and the pages. */
export type ImportState =
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'preview'
  | 'committing'
  | 'committed'
  | 'failed'
  | 'discarded'
  | 'undone'

/** Where an import may go from each state; anything else is refused. */
export const moves: Record<ImportState, readonly ImportState[]> = {
  reading: ['mapping', 'checking', 'failed', 'discarded'],
  mapping: ['checking', 'discarded'],
  checking: ['preview', 'failed', 'discarded'],
  preview: ['checking', 'committing', 'discarded'],
  // Back to checking where the roll was changed after the preview was made.
  committing: ['committed', 'checking', 'failed'],
  committed: ['undone'],
  failed: [],
  discarded: [],
  undone: [],
}

export const mayMove = (from: ImportState, to: ImportState): boolean => moves[from].includes(to)

/** States in which something goes on by itself: the page shows how far it is. */
export const isUnderWay = (state: ImportState): boolean =>
  state === 'reading' || state === 'checking' || state === 'committing'

/** States in which the file, its rows and its problems are of no more use. */
export const isOver = (state: ImportState): boolean => moves[state].length === 0 || state === 'committed'

/** In which states a person may press what on the page of an import. */
export const acts = {
  map: ['mapping', 'preview'],
  'add-again': ['preview'],
  commit: ['preview'],
  discard: ['reading', 'mapping', 'checking', 'preview'],
  undo: ['committed'],
} as const satisfies Record<string, readonly ImportState[]>
export type Act = keyof typeof acts

/** Whether the button does anything now. */
export const mayAct = (state: ImportState, act: Act): boolean =>
  (acts[act] as readonly ImportState[]).includes(state)

/** Whether a commit can still be taken back: what the pupils were before is kept for a while only. */
export const mayUndo = (
  state: ImportState,
  committedAt: number | null,
  now: number,
  keptMs: number,
): boolean => mayAct(state, 'undo') && committedAt !== null && now - committedAt < keptMs

/** The figures of an upload, as the contract names them. */
export interface Counts {
  rows: number
  added: number
  changed: number
  unchanged: number
  refused: number
  ignored: number
  warnings: number
  held_back: number
  not_in_file: number
}

export const noCounts = (): Counts => ({
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  ignored: 0,
  warnings: 0,
  held_back: 0,
  not_in_file: 0,
})
