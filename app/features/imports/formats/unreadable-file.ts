export type FileRule =
  | 'FILE_EMPTY'
  | 'FILE_TYPE'
  | 'FILE_BINARY'
  | 'QUOTE_NOT_CLOSED'
  | 'RECORD_TOO_LONG'
  | 'CELL_TOO_LONG'
  | 'COLUMNS_TOO_MANY'
  | 'ROWS_TOO_MANY'
  | 'CSV_DAMAGED'

/**
 * A file that cannot be read any further. Thrown, because it ends a stream in its middle; the import catches it, and its words are for people.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'

  constructor(
    readonly rule: FileRule,
    /** What is wrong and what to do. */
    message: string,
    /** The line where the trouble begins, counted from 1; null where it is the file's as a whole. */
    readonly line: number | null = null,
  ) {
    super(message)
  }
}
