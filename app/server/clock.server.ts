import { readFileSync, statSync } from 'node:fs'

/** The product's time. Business code asks it (or `actor.at`), never `Date.now()`. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number
  /** The machine's own time, whatever the product's clock says: only for leases, which tell whether a process is alive. */
  machine(): number
}

const machine = () => Date.now()

/** Milliseconds that only ever grow, for measuring how long something takes; says nothing about the date. */
export function monotonic(): number {
  return performance.now()
}

/**
 * The real time; or, with a file that holds an ISO moment, that moment at start-up running on from there. The file is read again
 * when it changes; one that cannot be read while running (half written, gone) leaves the clock as it was.
 * Throws at start-up if the file does not hold a moment.
 */
export function makeClock(clockFile: string | null = null): Clock {
  if (clockFile === null) return { now: () => Date.now(), machine }
  const path = clockFile
  const first = readMoment(path)
  if (!first) throw new Error('CLOCK_FILE does not hold an ISO moment such as 2026-11-25T09:00:00Z')
  let { moment, mark } = first
  let readAt = monotonic()

  return {
    machine,
    now() {
      // Looked at each time (some microseconds, never in production): who moves the clock and then asks must find it moved.
      const seen = markOf(path)
      const next = seen !== null && seen !== mark ? readMoment(path) : null
      const at = monotonic()
      if (next) {
        ;({ moment, mark } = next)
        readAt = at
      }
      return Math.floor(moment + (at - readAt))
    },
  }
}

/** Tells one writing of the file from the next, also within the same millisecond and of the same length. */
function markOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : null
}

/** The moment in the file; one without a zone is in UTC, and a date is its midnight. null when there is none. */
function readMoment(path: string): { moment: number; mark: string } | null {
  const mark = markOf(path)
  if (mark === null) return null
  const text = read(path)
  const zone = /(T.*(Z|[+-]\d{2}:\d{2})|^\d{4}-\d{2}-\d{2})$/.test(text) ? '' : 'Z'
  const moment = /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? Date.parse(text + zone) : NaN
  return Number.isNaN(moment) ? null : { moment, mark }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    // Removed between the look and the reading.
    return ''
  }
}
