import { date, flag, id, integer, json, moment, nullable, oneOf, real, schoolTable, text } from './define'

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
  committedBy: nullable(id()),
  fileName: text(),
  fileBytes: integer(),
  format: nullable(text()),
  encoding: nullable(text()),
  delimiter: nullable(text()),
  /** Name of the spooled file under `DATA_DIR/spool`; null once it is gone. */
  spool: nullable(text()),
  /** What each column of the file is taken for; never a value of it. */
  columns: nullable(json<unknown>()),
  headerLine: nullable(integer()),
  error: nullable(json<{ rule: string; message: string }>()),
  counts: nullable(json<Record<string, number>>()),
  /** Whoever uploaded attested that a guardian's consent is held for each pupil of the file. */
  consentConfirmed: flag(),
  markLeavers: flag(),
  /** The run of a job that may write now; another that wakes up late finds a newer one here and stops. */
  run: nullable(id()),
  /** What the roll was like when the rows were compared with it. */
  rollStamp: nullable(text()),
  progressDone: integer(),
  progressTotal: integer(),
  createdAt: moment(),
  updatedAt: moment(),
  committedAt: nullable(moment()),
})
export type ImportRow = NonNullable<(typeof imports)['row']>

export type Verdict = 'added' | 'changed' | 'unchanged' | 'refused'
export type MatchedBy = 'upn' | 'former_upn' | 'username' | 'name'

/** A row of the file as it was read and compared, kept until the import is committed, discarded or a month old. */
export const stagedRows = schoolTable('staged_rows', {
  importId: id(),
  /** Line of the file where the row begins. */
  line: integer(),
  verdict: oneOf<Verdict>(),
  /** The pupil on roll, or the id that the new pupil will have. */
  pupilId: nullable(id()),
  matchedBy: nullable(oneOf<MatchedBy>()),
  /** Version of the pupil with which the row was compared. */
  baseVersion: nullable(integer()),
  /** How many values were dropped for want of a guardian's consent. */
  heldBack: integer(),
  upn: nullable(text()),
  lastName: nullable(text()),
  firstName: nullable(text()),
  title: nullable(text()),
  username: nullable(text()),
  dateOfBirth: nullable(date()),
  gender: nullable(text()),
  yearGroup: nullable(text()),
  classGroup: nullable(text()),
  /** Special (P8): only where a guardian's consent is on record or attested. */
  ethnicity: nullable(text()),
  /** Special (P8). */
  senStatus: nullable(text()),
  /** Special (P8). */
  senNeed: nullable(json<string[]>()),
  fsm: nullable(text()),
  fsm6: nullable(text()),
  pupilPremium: nullable(text()),
  eal: nullable(text()),
  inCare: nullable(text()),
  everInCare: nullable(text()),
  giftedTalented: nullable(text()),
  entryDate: nullable(date()),
  attendancePercent: nullable(real()),
  attendancePossible: nullable(integer()),
  attendanceAuthorised: nullable(integer()),
  attendanceUnauthorised: nullable(integer()),
  leftOn: nullable(date()),
  sortName: nullable(text()),
  searchName: nullable(text()),
  yearSort: nullable(text()),
  classSort: nullable(text()),
  /** Field by field, `[old, new]`, where the row changes a pupil. */
  differences: nullable(json<Record<string, [unknown, unknown]>>()),
})
export type StagedRow = NonNullable<(typeof stagedRows)['row']>

/** What is wrong or noteworthy with a row. The value is null where it may not be kept. */
export const importProblems = schoolTable('import_problems', {
  importId: id(),
  line: integer(),
  /** Tells the problems of one line apart, in order. */
  place: integer(),
  columnIndex: nullable(integer()),
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
  /** The pupil's columns as they are stored, by their names in the database. */
  image: nullable(json<Record<string, unknown>>()),
  /** Version that the import left behind: undo leaves alone what was changed since. */
  versionAfter: integer(),
})
export type BeforeImageRow = NonNullable<(typeof beforeImages)['row']>
