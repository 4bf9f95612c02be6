import type { DateOrder } from '../../../values/date-text'
import { noValues, type PupilValues, type SourceField } from './fields'
import { isCellFault, tidy } from './text'
import type { Problem, Rule, Severity } from './problem'

export type Cells = Partial<Record<SourceField, string>>

export interface ReadContext {
  /** YYYY-MM-DD: ages and year groups are counted from it. */
  today: string
  /** First day of a new academic year, MM-DD; 1 September unless a school says otherwise. */
  rollsOver?: string
  /** Columns whose order of day and month was settled otherwise than day first. */
  dateOrder?: Partial<Record<SourceField, DateOrder>>
  /** Seven digits: rows that name another school are refused. */
  dfeNumber?: string
}

/** One row while it is being read: what was found so far and what is wrong. */
export class Reading {
  readonly values: PupilValues = noValues()
  readonly problems: Problem[] = []

  constructor(
    readonly cells: Cells,
    readonly context: ReadContext,
  ) {}

  /** The tidied text of a field; empty where the file has no such column or a formula failed there, which is noted. */
  text(field: SourceField): string {
    const text = tidy(this.cells[field] ?? '')
    if (!isCellFault(text)) return text
    this.warn(field, 'CELL_FAULT', 'A formula failed in this cell. Put the value itself there.', true)
    return ''
  }

  /** True where the file has this column, even if the cell is empty. */
  has(field: SourceField): boolean {
    return this.cells[field] !== undefined
  }

  error(field: SourceField | null, rule: Rule, message: string): void {
    this.#note(field, 'error', rule, message)
  }

  warn(field: SourceField | null, rule: Rule, message: string, mend = false): void {
    this.#note(field, 'warning', rule, message, mend)
  }

  #note(field: SourceField | null, severity: Severity, rule: Rule, message: string, mend = false): void {
    const value = field === null ? '' : (this.cells[field] ?? '')
    this.problems.push({ field, value, severity, rule, message, ...(mend && { mend }) })
  }
}
