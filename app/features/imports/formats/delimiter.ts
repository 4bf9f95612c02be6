export type Delimiter = ',' | ';' | '\t' | '|'

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|']
/** Lines looked at: enough to see past titles above the header. */
const RECORDS = 100

/** The separator that a spreadsheet declares in a first line such as `sep=;`. */
export const declaredDelimiter = (head: string): Delimiter | null =>
  CANDIDATES.find((candidate) =>
    new RegExp(`^"?sep=${candidate === '|' ? '\\|' : candidate}"?\\s*(?:[\r\n]|$)`, 'i').test(head),
  ) ?? null

/**
 * Finds the separator of a file from the beginning of its text: the one that cuts most records into the same number of cells, where more
 * cells count for more. Separators inside quotes do not count. A file of one column has none, and is read as if by comma.
 */
export function detectDelimiter(head: string): Delimiter {
  const declared = declaredDelimiter(head)
  if (declared !== null) return declared
  const records = recordsOf(head)
  const scores = CANDIDATES.map((candidate) => ({
    candidate,
    score: evenness(records.map((record) => record.get(candidate) ?? 0)),
  }))
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).candidate
}

/** For each record, how often each candidate stands outside quotes. */
function recordsOf(head: string): Map<string, number>[] {
  const records: Map<string, number>[] = []
  let record = new Map<string, number>()
  let quoted = false
  let empty = true
  for (const sign of head) {
    if (sign === '"') quoted = !quoted
    if (!quoted && (sign === '\n' || sign === '\r')) {
      if (!empty) records.push(record)
      if (records.length === RECORDS) return records
      record = new Map()
      empty = true
      continue
    }
    empty = false
    if (!quoted && (CANDIDATES as readonly string[]).includes(sign))
      record.set(sign, (record.get(sign) ?? 0) + 1)
  }
  // A beginning that was cut off has only part of its last record, unless that is all there is.
  return empty || records.length > 0 ? records.concat(empty ? [] : [record]) : [record]
}

/** Records with the commonest number of separators (none does not count), weighed by that number. */
function evenness(counts: readonly number[]): number {
  const byCount = new Map<number, number>()
  for (const count of counts) if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1)
  return Math.max(0, ...[...byCount].map(([count, records]) => records * Math.log2(count + 1)))
}
