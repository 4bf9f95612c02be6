import type { Problem } from '../../pupils/rules/problem'
import type { Column } from '../columns'
import { columnOf } from '../rules/file-rows'
import type { ProblemValues } from './stage.server'

const LONGEST_VALUE = 200

/** A problem as it is noted, of the pupils' rules or of the upload's own. */
export type NotedProblem = Omit<Problem, 'rule'> & { rule: string }

/** A problem as a row. A value is kept only where its column is imported: what stands in other cells is never stored. */
export function problemRow(
  line: number,
  place: number,
  problem: NotedProblem,
  columns: readonly Column[],
): ProblemValues {
  const { field, value, severity, rule, message } = problem
  const column = field === null ? undefined : columnOf(columns, field)
  return {
    line,
    place,
    columnIndex: column?.index ?? null,
    field,
    value:
      column && value !== ''
        ? [...value.replaceAll('\0', '').slice(0, 2 * LONGEST_VALUE)].slice(0, LONGEST_VALUE).join('')
        : null,
    severity,
    rule,
    message,
  }
}
