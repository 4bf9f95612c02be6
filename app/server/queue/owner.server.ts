import { jobs } from '../../../db/tables/jobs'
import type { Services } from '../context'
import { newId } from '../ids'

/** Where the number of the process begins in an owner's id. */
const PID_AT = 24

/** A new id that begins with the machine's moment (UTC milliseconds), as ids do, and ends in the number of this process. */
export const newOwner = (machine: number): string =>
  newId(machine).slice(0, PID_AT) + process.pid.toString(16).padStart(12, '0')

/**
 * On SQLite every holder is a process of this machine. Ends the leases of those that are gone, so that a restart after a power cut goes on at
 * once; on MySQL a holder may be anywhere, and its leases are waited for. Called before this process claims anything.
 */
export async function endLeasesOfTheDead({ db }: Services): Promise<void> {
  if (db.dialect !== 'sqlite') return
  const rows = db.rows(jobs)
  const held = await rows.list({
    where: { state: 'waiting', leaseOwner: { ne: null } },
    fields: ['leaseOwner'],
  })
  const dead = new Set(held.map(({ leaseOwner }) => leaseOwner ?? '').filter((owner) => !isAlive(owner)))
  // The owner stays, by which the next claim sees that a process died over the job.
  if (dead.size > 0) await rows.update({ leaseOwner: [...dead] }, { leaseUntil: 0 })
}

/** Numbers of processes come again (in a container at every start): who had ours and claimed before we began was another. */
function isAlive(owner: string): boolean {
  const pid = Number.parseInt(owner.slice(PID_AT), 16)
  if (pid === process.pid) return madeAt(owner) >= Math.floor(performance.timeOrigin)
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A UUIDv7 begins with its moment: 48 bits of UTC milliseconds. */
const madeAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
