import { CSV_LIMITS } from './formats/csv'

/** All limits of uploads in one place; the README shows them. Sizes in bytes, times in milliseconds. */
export const importLimits = {
  /** A school of 3,000 pupils sends about 600 kB; a trust's whole list stays far below this. */
  fileBytes: 50 * 1024 * 1024,
  ...CSV_LIMITS,
  /** Rows under the headings by which columns are told, and values shown on the mapping page. */
  sampleRows: 500,
  shownValues: 3,
  /** Rows compared and staged in one short transaction. */
  batchRows: 500,
  /** Problems kept of one file; more than that is one fault in every row, and is counted. */
  problems: 50_000,
  /** Rows that are named one by one when pupils stand in a file twice. */
  duplicatesNamed: 5_000,
  /** An upload that waits for a person is discarded after this: its file holds pupils, and nobody needs longer to press a button. */
  waitMs: 7 * 24 * 60 * 60 * 1000,
  /** After this a committed upload cannot be undone: what the pupils were before is kept no longer. */
  keptMs: 30 * 24 * 60 * 60 * 1000,
} as const
