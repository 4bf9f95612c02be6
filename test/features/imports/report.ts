export type State =
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'preview'
  | 'committing'
  | 'committed'
  | 'failed'
  | 'discarded'
  | 'undone'

export interface Problem {
  line: number
  column: number | null
  header: string | null
  field: string | null
  value: string | null
  severity: 'error' | 'warning' | 'info'
  rule: string
  message: string
}

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

/** The JSON of an upload, as other programs read it. */
export interface ImportReport {
  id: string
  state: State
  error: { rule: string; message: string } | null
  progress: { done: number; total: number }
  file: { name: string; format: string | null; encoding: string | null; delimiter: string | null }
  columns: { index: number; header: string; field: string | null }[]
  counts: Counts
  problems: { total: number; next: string | null; items: Problem[] }
}

/** Whether the figures add up, as the contract says. */
export const addsUp = ({ rows, added, changed, unchanged, refused, ignored }: Counts): boolean =>
  rows === added + changed + unchanged + refused + ignored
