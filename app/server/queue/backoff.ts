import type { Retry } from './job'

const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60_000
/** However late: a job that waited for days because no worker ran, or because the clock was moved, still has these. */
const LEAST_TRIES = 5
/** A job that was begun so often in a process that then died, for as long as it may be tried, did not die by chance. */
const MOST_DEATHS = 20

/** What decides about a further try. */
interface Tried {
  /** How often it was begun. */
  attempts: number
  /** How many of these ended with the end of their process. */
  deaths: number
  /** UTC milliseconds. */
  firstDueAt: number
}

/**
 * How long to wait before the next try (milliseconds), or null when there is to be none: 5 s, 10 s, 20 s … up to an hour, each up to a fifth
 * longer by `chance` (0 to 1), so that jobs that failed together do not come back together.
 */
export function nextTryAfter(retry: Retry, tried: Tried, now: number, chance: number): number | null {
  const { attempts, firstDueAt } = tried
  const over =
    'times' in retry ? attempts >= retry.times : attempts >= LEAST_TRIES && now - firstDueAt >= retry.withinMs
  if (over) return null
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1))
  return Math.round(wait * (1 + chance / 5))
}

/** Whether a job that is begun again took its process with it so often that it may be what kills. */
export const diedTooOften = (retry: Retry, { attempts, deaths, firstDueAt }: Tried, now: number): boolean =>
  'times' in retry
    ? deaths > 0 && attempts > retry.times
    : deaths >= MOST_DEATHS && now - firstDueAt >= retry.withinMs
