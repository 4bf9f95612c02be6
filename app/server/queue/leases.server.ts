import { jobs, type JobRow } from '../../../db/tables/jobs'
import type { Services } from '../context'
import { newOwner } from './owner.server'
import { isSlotKey } from './slots'

/** A process that dies is known to be dead after this long without a renewal (milliseconds). */
export const LEASE_MS = 30_000

/** A job that this process holds. The owner is new with each claim, so that a late worker cannot end what another has begun anew. */
export type Held = JobRow & { leaseOwner: string }

export interface Wish {
  names: readonly string[]
  most: number
  /** Long enough for a worker to miss some renewals: leases go by the machines' own clocks, which may differ a little. */
  leaseMs: number
  /** Ids that are running here already. */
  not?: readonly string[]
}

const FREE = `state = 'waiting' AND run_at <= ? AND (lease_until IS NULL OR lease_until <= ?)`

/**
 * Claims jobs that are due and that nobody holds, the longest due first. Whoever's UPDATE finds a row free has it; SKIP LOCKED is not everywhere.
 */
export async function claim(
  { db, clock }: Services,
  { names, most, leaseMs, not = [] }: Wish,
): Promise<Held[]> {
  if (names.length === 0 || most < 1) return []
  const machine = clock.machine()
  const free = [clock.now(), machine]
  const due = await db.query<{ id: string }>(
    `SELECT id FROM jobs WHERE ${FREE} AND name IN (?) AND id NOT IN (?) ORDER BY run_at, id LIMIT ?`,
    [...free, names, ['', ...not], most],
  )
  if (due.length === 0) return []
  const ids = due.map(({ id }) => id)
  const leaseOwner = newOwner(machine)
  // MySQL sets from left to right: who held it before must be asked first. An owner that is left over died.
  await db.run(
    `UPDATE jobs SET deaths = deaths + CASE WHEN lease_owner IS NULL THEN 0 ELSE 1 END, attempts = attempts + 1,
      lease_owner = ?, lease_until = ? WHERE ${FREE} AND id IN (?)`,
    [leaseOwner, machine + leaseMs, ...free, ids],
  )
  // Asked even if none seemed to change: when the connection is lost at the commit, the second try finds them ours already.
  return (await db.rows(jobs).list({ where: { id: ids, leaseOwner }, order: [['runAt', 'asc']] })) as Held[]
}

/** Holds a job for longer; false if it is no longer ours. */
export async function renew(
  { db, clock }: Services,
  { id, leaseOwner }: Held,
  leaseMs: number,
): Promise<boolean> {
  const rows = db.rows(jobs)
  const renewed = await rows.update({ id, leaseOwner }, { leaseUntil: clock.machine() + leaseMs })
  // MySQL counts only what changed.
  return renewed > 0 || (await rows.count({ id, leaseOwner })) > 0
}

const unheld = { leaseOwner: null, leaseUntil: null }

/** The end of a job; or it waits anew, if it was asked for again while it ran (then its moment was moved). Nothing if it is no longer ours. */
async function close(
  { db, clock }: Services,
  held: Held,
  state: 'done' | 'failed',
  lastError: string | null,
) {
  const { id, leaseOwner, runAt } = held
  const rows = db.rows(jobs)
  const end = { ...unheld, lastError, state, finishedAt: clock.now(), liveKey: keptKey(held) }
  if ((await rows.update({ id, leaseOwner, runAt }, end)) > 0) return
  await rows.update(
    { id, leaseOwner },
    { ...unheld, lastError, attempts: 0, deaths: 0, firstDueAt: clock.now() },
  )
}

/** The job is done, unless it was asked for again meanwhile. Nothing if it is no longer ours. */
export const endDone = (services: Services, held: Held) => close(services, held, 'done', null)

/** The job failed for good and waits for staff, unless it was asked for again meanwhile. Nothing if it is no longer ours. */
export const endFailed = (services: Services, held: Held, lastError: string) =>
  close(services, held, 'failed', lastError)

/** The job failed and waits until `runAt` (UTC milliseconds). Nothing if it is no longer ours. */
export async function endLater(
  { db }: Services,
  { id, leaseOwner }: Held,
  runAt: number,
  lastError: string,
): Promise<void> {
  await db.rows(jobs).update({ id, leaseOwner }, { ...unheld, runAt, lastError })
}

/** Gives the job back unfinished because this process stops: another may take it at once, and the try does not count. */
export async function giveBack({ db }: Services, { id, leaseOwner, attempts }: Held): Promise<void> {
  await db.rows(jobs).update({ id, leaseOwner }, { ...unheld, attempts: attempts - 1 })
}

/** A slot keeps its key, so that it cannot be asked for twice; any other key is free again. */
const keptKey = ({ liveKey }: Held) => (liveKey !== null && isSlotKey(liveKey) ? liveKey : null)
