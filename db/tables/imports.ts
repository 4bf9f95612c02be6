import { flag, id, integer, json, moment, nullable, oneOf, schoolTable, text } from './define'

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

/** One uploaded file and how far it has come. */
export const imports = schoolTable('imports', {
  id: id(),
  state: oneOf<ImportState>(),
  startedBy: id(),
  fileName: text(),
  format: nullable(text()),
  encoding: nullable(text()),
  delimiter: nullable(text()),
  /** Where the spooled file lies under `DATA_DIR/spool`; null once it is gone. */
  spool: nullable(text()),
  /** Recognised columns, as the contract's `columns`, with what the mapping page needs beside. */
  columns: nullable(json<unknown>()),
  headerLine: nullable(integer()),
  error: nullable(json<{ rule: string; message: string }>()),
  counts: nullable(json<Record<string, number>>()),
  consentConfirmed: flag(),
  markLeavers: flag(),
  progressDone: integer(),
  progressTotal: integer(),
  version: integer(),
  createdAt: moment(),
  updatedAt: moment(),
  committedAt: nullable(moment()),
})
export type ImportRow = NonNullable<(typeof imports)['row']>

/** A row of the file as it was read and checked, kept until the import is committed, discarded or a month old. */
export const stagedRows = schoolTable('staged_rows', {
  importId: id(),
  /** Line of the file where the row begins. */
  line: integer(),
  verdict: oneOf<'added' | 'changed' | 'unchanged' | 'refused' | 'ignored'>(),
  /** Set when the row is that of a pupil on roll. */
  pupilId: nullable(id()),
  upn: nullable(text()),
  /** Our values, by field; special ones only where they may be kept. */
  pupil: json<Record<string, unknown>>(),
  /** Field by field `[old, new]`. */
  differences: nullable(json<Record<string, [unknown, unknown]>>()),
})
export type StagedRow = NonNullable<(typeof stagedRows)['row']>

/** What is wrong or noteworthy with a staged row. */
export const importProblems = schoolTable('import_problems', {
  importId: id(),
  seq: integer(),
  line: integer(),
  columnIndex: nullable(integer()),
  header: nullable(text()),
  field: nullable(text()),
  value: nullable(text()),
  severity: oneOf<'error' | 'warning' | 'info'>(),
  rule: text(),
  message: text(),
})
export type ImportProblemRow = NonNullable<(typeof importProblems)['row']>

/** What a pupil was before an import changed it; null where the import added it. Undo puts it back. */
export const beforeImages = schoolTable('before_images', {
  importId: id(),
  pupilId: id(),
  image: nullable(json<Record<string, unknown>>()),
  /** Version that the import left behind: undo leaves alone what was changed since. */
  versionAfter: integer(),
})
export type BeforeImageRow = NonNullable<(typeof beforeImages)['row']>
