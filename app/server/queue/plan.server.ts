import { UniqueConstraintError } from 'sequelize'
import type { Database } from '../../../db/connection.server'
import { jobs as table } from '../../../db/tables/jobs'
import { newId } from '../ids'
import type { Jobs } from './job'
import { lastSlot, slotKey } from './slots'

/**
 * Asks for every daily job whose time has come. Only the last time counts: after days without a worker each job runs once, not once for each day.
 * Remembers what it asked for, so that looking again costs nothing.
 */
export function makePlan(db: Database, jobs: Jobs): (now: number) => Promise<void> {
  const asked = new Map<string, number>()
  return async (now) => {
    for (const [name, { every }] of Object.entries(jobs)) {
      if (!every) continue
      const slotAt = lastSlot(every, now)
      if (asked.get(name) === slotAt) continue
      await askOnce(db, name, slotAt, now)
      asked.set(name, slotAt)
    }
  }
}

async function askOnce(db: Database, name: string, slotAt: number, now: number): Promise<void> {
  const liveKey = slotKey(name, slotAt)
  const rows = db.rows(table)
  if (await rows.find({ liveKey })) return
  try {
    await rows.insert(waitingJob({ name, payload: {}, liveKey, runAt: slotAt, createdAt: now }))
  } catch (error) {
    // Another worker asked at the same moment.
    if (!(error instanceof UniqueConstraintError)) throw error
  }
}

/** The row of a job that has just been asked for. Moments in UTC milliseconds. */
export function waitingJob(asked: {
  name: string
  payload: Record<string, unknown>
  liveKey: string | null
  runAt: number
  createdAt: number
}) {
  return {
    id: newId(asked.createdAt),
    ...asked,
    state: 'waiting' as const,
    firstDueAt: Math.max(asked.runAt, asked.createdAt),
    attempts: 0,
    deaths: 0,
    leaseOwner: null,
    leaseUntil: null,
    lastError: null,
    finishedAt: null,
  }
}
