import type { SubjectKind } from './declare'
import type { RetentionName } from './retention.table'

/** One kind of file under `DATA_DIR`, or of folder with all that is in it. */
export interface FileKind {
  /** Its path under `DATA_DIR`, with `/` between folders. */
  path: RegExp
  holds: string
  /** Whom it may tell something about; nobody: why. */
  about: readonly SubjectKind[] | { nobody: string }
  retention?: RetentionName
  /** How what it holds of a person goes when they are erased. */
  erasure?: string
}

const everybody = ['user', 'pupil', 'lead', 'subscriber'] as const

/** Every kind of file that is kept beside a MySQL database, or with the embedded one (P9). */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  database: {
    path: /^otrack\.db$/,
    holds: 'The embedded database: every table of the data map',
    about: everybody,
    erasure: 'With its rows; the database overwrites what it deletes',
  },
  databaseLog: {
    path: /^otrack\.db-(wal|shm|journal)$/,
    holds: 'What was written to the embedded database a moment ago',
    about: everybody,
    erasure: 'Emptied after each write',
  },
  uploads: {
    path: /^spool\/[\w-]{24}$/,
    holds: 'Files that were uploaded and are not saved or thrown away yet',
    about: ['pupil'],
    retention: 'upload',
    erasure: 'A job removes each file that may hold the pupil, and the certificate says when it is done',
  },
  keptMail: {
    path: /^mail\/[0-9a-f-]{36}\.eml(\.half)?$/,
    holds: 'Messages, where no SMTP server is set: never in production',
    about: ['user', 'lead', 'subscriber'],
    erasure: 'Deleted by hand, with the folder',
  },
  secret: {
    path: /^app-secret(\.\d+\.[0-9a-f]{8})?$/,
    holds: 'The secret of an embedded installation',
    about: { nobody: 'a random number' },
  },
  checkpoint: {
    path: /^checkpoint\.json(\.new)?$/,
    holds: 'The newest signed state of the audit log',
    about: { nobody: 'a number, a hash and a signature' },
  },
  erasures: {
    path: /^erasures\.log$/,
    holds: 'What was erased, so that a restored backup brings nobody back',
    about: { nobody: 'ids and keyed marks that lead to no name any more' },
  },
}

/** Of these paths under `DATA_DIR` the ones whose kind is not declared. */
export const undeclaredFiles = (paths: readonly string[]): string[] =>
  paths.filter((path) => !Object.values(fileKinds).some((kind) => kind.path.test(path)))
