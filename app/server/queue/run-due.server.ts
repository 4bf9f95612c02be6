import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../context'
import type { Jobs } from './job'
import { claim, LEASE_MS } from './leases.server'
import { makePlan } from './plan.server'
import { runJob } from './run-job.server'

const LOOK_AGAIN_MS = 100

/**
 * Runs every job that is due at the clock's moment, and those that they ask for, one after the other; what another process holds is waited
 * for. Answers how many this process brought to their end. A job that fails is tried later by the rules, and not waited for.
 */
export async function runDue(services: Services, jobs: Jobs): Promise<number> {
  const { db, clock } = services
  const names = Object.keys(jobs)
  const plan = makePlan(db, jobs)
  const { signal: stop } = new AbortController()
  let done = 0
  for (;;) {
    const now = clock.now()
    await plan(now)
    const [held] = await claim(services, { names, most: 1, leaseMs: LEASE_MS })
    const job = held && jobs[held.name]
    if (job) {
      if ((await runJob(services, job, held, { leaseMs: LEASE_MS, stop })) === 'done') done += 1
    } else if ((await dueCount(services, names, now)) === 0) return done
    else await sleep(LOOK_AGAIN_MS)
  }
}

async function dueCount({ db }: Services, names: readonly string[], now: number): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM jobs WHERE state = 'waiting' AND run_at <= ? AND name IN (?)`,
    [now, names],
  )
  return Number(row?.n ?? 0)
}
