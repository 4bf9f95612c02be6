import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

/** One line of the table: what we reach beside the limit that was measured in the same run. */
export interface BenchRow {
  what: string
  unit: string
  ours: number
  limit: number
  /** What the limit is. */
  against: string
  /** What we aim at for ours ÷ limit; none where the figure is only told. */
  aim: { atMost?: number; atLeast?: number } | null
}

export type Bench = () => Promise<BenchRow[]>

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

function verdict({ ours, limit, aim }: BenchRow): string {
  const ratio = ours / limit
  if (aim?.atMost !== undefined) return `${ratio <= aim.atMost ? 'met' : 'missed'}: aim ≤ ${aim.atMost}`
  if (aim?.atLeast !== undefined) return `${ratio >= aim.atLeast ? 'met' : 'missed'}: aim ≥ ${aim.atLeast}`
  return 'told, no aim'
}

/** The table for people. */
export function printed(rows: readonly BenchRow[]): string {
  const cells = [
    ['what', 'ours', 'limit', 'unit', 'ours ÷ limit', 'aim', 'against'],
    ...rows.map((row) => [
      row.what,
      figure(row.ours),
      figure(row.limit),
      row.unit,
      (row.ours / row.limit).toFixed(2),
      verdict(row),
      row.against,
    ]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Keeps the figures under `var/bench/`, with the machine they were measured on; answers the file's name. */
export async function keep(rows: readonly BenchRow[]): Promise<string> {
  const at = new Date().toISOString()
  const file = `var/bench/${at.replace(/[:.]/g, '-')}.json`
  await mkdir('var/bench', { recursive: true })
  const machine = { node: process.version, cores: cpus().length, memoryMiB: Math.round(totalmem() / 2 ** 20) }
  await writeFile(file, `${JSON.stringify({ at, machine, rows }, null, 2)}\n`)
  return file
}
