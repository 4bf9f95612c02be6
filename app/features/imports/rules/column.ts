import type { SourceField } from '../../pupils/rules/fields'

/** A column of a file, and what it is taken for. */
export interface Column {
  index: number
  header: string
  /** What the column is taken for; null where a person must say it. */
  field: SourceField | 'ignore' | null
  /** A file whose columns are all sure needs no one to map it. */
  sure: boolean
  /** Why it is not sure, or why it is left out. */
  why?: string
}
