import { randomInt } from 'node:crypto'
import { clockActor } from '../actor'
import type { Services } from '../context'
import { safeError } from '../log-safe.server'
import { diedTooOften, nextTryAfter } from './backoff'
import { GiveUp, TryLater, type Job } from './job'
import { endDone, endFailed, endLater, giveBack, renew, type Held } from './leases.server'

const chance = () => randomInt(1000) / 1000

export interface Holding {
  /** Milliseconds; the lease is renewed three times as often. */
  leaseMs: number
  /** Aborted when this process stops. */
  stop: AbortSignal
}

/**
 * Runs a job that this process holds, holds on to it meanwhile, and writes down how it ended. Never throws: what cannot be written is done again
 * when the lease ends.
 */
export async function runJob(
  services: Services,
  job: Job,
  held: Held,
  { leaseMs, stop }: Holding,
): Promise<'done' | 'not done'> {
  const { log } = services
  const at = { job: held.name, jobId: held.id, attempt: held.attempts }
  const ended = new AbortController()
  const { signal } = ended
  const end = () => ended.abort()
  stop.addEventListener('abort', end)
  if (stop.aborted) end()
  const renewing = setInterval(() => {
    renew(services, held, leaseMs).then(
      (ours) => ours || end(),
      (thrown: unknown) => log.fault(thrown, { ...at, during: 'renewing' }),
    )
  }, leaseMs / 3)
  try {
    if (diedTooOften(job.retry, held, services.clock.now()))
      throw new GiveUp('Every try ended with the end of the process.')
    await job.run(clockActor(services, `job ${held.name}`), held.payload, { attempt: held.attempts, signal })
    await endDone(services, held)
    log.debug('job.done', at)
    return 'done'
  } catch (thrown) {
    try {
      if (signal.aborted) await giveBack(services, held)
      else await putBack(services, job, held, thrown)
    } catch (unwritten) {
      log.fault(unwritten, at)
    }
    return 'not done'
  } finally {
    clearInterval(renewing)
    stop.removeEventListener('abort', end)
  }
}

async function putBack(services: Services, job: Job, held: Held, thrown: unknown): Promise<void> {
  const { clock, log } = services
  const now = clock.now()
  const at = { job: held.name, jobId: held.id, attempt: held.attempts }
  const wait = thrown instanceof GiveUp ? null : nextTryAfter(job.retry, held, now, chance())
  if (wait !== null) {
    if (thrown instanceof TryLater) log.warn('job.put-off', { ...at, waitMs: wait })
    else log.fault(thrown, { ...at, waitMs: wait })
    return await endLater(services, held, now + wait, lastErrorOf(thrown))
  }
  log.fault(thrown, { ...at, gaveUp: true })
  try {
    await job.gaveUp(clockActor(services, `job ${held.name}`), held.payload)
  } catch (alsoThrown) {
    log.fault(alsoThrown, { ...at, during: 'giving-up' })
  }
  await endFailed(services, held, lastErrorOf(thrown))
}

/** What went wrong in words that hold nobody's data: sentences of ours, or the error's name and code. */
function lastErrorOf(thrown: unknown): string {
  const { name, code, says } = safeError(thrown)
  return (says ?? [name, code].filter(Boolean).join(' ')).slice(0, 500)
}
