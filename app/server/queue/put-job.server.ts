import { UniqueConstraintError } from 'sequelize'
import { jobs } from '../../../db/tables/jobs'
import type { Actor } from '../actor'
import { waitingJob } from './plan.server'

export interface JobOptions {
  /** While a job with this key has not begun, asking for it again is the same job; while it runs, it is run once more afterwards. */
  key?: string
  /** Not before this moment (UTC milliseconds); now, if left out. */
  at?: number
}

/** Writes a job as a row of the open transaction. */
export async function putJob(
  actor: Actor,
  name: string,
  payload: Record<string, unknown>,
  { key, at = actor.at }: JobOptions = {},
): Promise<void> {
  const { db } = actor.services
  const row = waitingJob({ name, payload, liveKey: key ?? null, runAt: at, createdAt: actor.at })
  const rows = db.rows(jobs)
  if (!key) return await rows.insert(row)
  // Asked of the row itself and not of what this transaction saw of it; whoever ends the job looks whether its moment was moved meanwhile.
  const askAgain = async () => {
    const changed = await db.run(
      `UPDATE jobs SET run_at = CASE WHEN lease_owner IS NOT NULL AND run_at >= ? THEN run_at + 1
        WHEN lease_owner IS NOT NULL OR run_at > ? THEN ? ELSE run_at END
        WHERE live_key = ? AND state = 'waiting'`,
      [at, at, at, key],
    )
    // MySQL counts only what changed; a row that it found and left as it was is held by this transaction all the same.
    return changed > 0 || (await rows.count({ liveKey: key, state: 'waiting' })) > 0
  }
  if (await askAgain()) return
  try {
    await rows.insert(row)
  } catch (error) {
    // Another transaction asked for it at the same moment.
    if (!(error instanceof UniqueConstraintError) || !(await askAgain())) throw error
  }
}
