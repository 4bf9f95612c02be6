/**
 * Rows that were read and checked elsewhere and wait in a table that has the pupils' columns, with `import_id`, `verdict`, `pupil_id`,
 * `base_version` and `differences` (field → before, after) beside them. The table's name comes from the caller: pupils need not know who stages rows.
 */
export interface Staged {
  table: string
  /** Where what the pupils were before is kept: columns `import_id`, `pupil_id`, `image`, `version_after`. */
  images: string
  importId: string
}
