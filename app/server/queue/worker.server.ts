import type { Services } from '../context'
import { makeAlarm, type Alarm } from './bell'
import type { Jobs } from './job'
import { claim, giveBack, LEASE_MS, type Held } from './leases.server'
import { endLeasesOfTheDead } from './owner.server'
import { makePlan } from './plan.server'
import { runJob } from './run-job.server'

export interface WorkerOptions {
  /** How long after a worker's death another takes over what it held (milliseconds). */
  leaseMs?: number
}

/** How many jobs run at a time. Mails one after the other, so that a kill repeats one at most. */
const LANES = { work: 3, mail: 1 } as const
type Lane = keyof typeof LANES
const lanes = Object.keys(LANES) as Lane[]
/** How long a job asked for by another process waits at most; those of our own ring the bell. */
const POLL_MS = 250
/** While the database does not answer. */
const AWAY_MS = 2_000
/** The process is given 10 s to end. */
const STOP_WITHIN_MS = 7_500
const GIVE_BACK_WITHIN_MS = 1_000

export interface Worker {
  /** Claims nothing more, tells running jobs, waits for them a while, and gives back the rest. */
  stop(): Promise<void>
}

/** Carries out jobs in this process until it is stopped. */
export function startWorker(
  services: Services,
  jobs: Jobs,
  { leaseMs = LEASE_MS }: WorkerOptions = {},
): Worker {
  const { db, clock, log, bell } = services
  const plan = makePlan(db, jobs)
  const running = new Map<string, { held: Held; ended: Promise<void> }>()
  const stopping = new AbortController()

  function start(held: Held, alarm: Alarm): void {
    const job = jobs[held.name]
    if (!job) return
    const ended = runJob(services, job, held, { leaseMs, stop: stopping.signal }).then(() => {
      running.delete(held.id)
      alarm.ring()
    })
    running.set(held.id, { held, ended })
  }

  /** One look at the table; answers whether another look may find more. */
  async function look(lane: Lane, names: readonly string[], alarm: Alarm): Promise<boolean> {
    const here = [...running.keys()]
    const busy = [...running.values()].filter(({ held }) => names.includes(held.name)).length
    const most = LANES[lane] - busy
    if (most < 1) return false
    await plan(clock.now())
    const found = await claim(services, { names, most, leaseMs, not: here })
    if (stopping.signal.aborted) await Promise.all(found.map((held) => giveBack(services, held)))
    else for (const held of found) start(held, alarm)
    return found.length > 0
  }

  async function loop(lane: Lane, alarm: Alarm): Promise<void> {
    const names = Object.keys(jobs).filter((name) => jobs[name]?.lane === lane)
    let away = false
    while (!stopping.signal.aborted) {
      try {
        const more = await look(lane, names, alarm)
        away = false
        if (!more) await alarm.wait(POLL_MS)
      } catch (thrown) {
        if (!away) log.fault(thrown, { during: 'claiming', lane })
        away = true
        await alarm.wait(AWAY_MS)
      }
    }
  }

  const alarms = lanes.map((lane) => ({ lane, alarm: makeAlarm() }))
  const ringAll = () => alarms.forEach(({ alarm }) => alarm.ring())
  const silence = bell.onRing(ringAll)
  const loops = endLeasesOfTheDead(services)
    .catch((thrown: unknown) => log.fault(thrown, { during: 'starting' }))
    .then(() => Promise.all(alarms.map(({ lane, alarm }) => loop(lane, alarm))))

  return {
    async stop() {
      stopping.abort()
      silence()
      ringAll()
      const ended = () => Promise.all([...running.values()].map((one) => one.ended))
      await within(STOP_WITHIN_MS, loops.then(ended))
      const left = [...running.values()].map(({ held }) => giveBack(services, held))
      await within(GIVE_BACK_WITHIN_MS, Promise.allSettled(left))
    },
  }
}

/** Waits for `all`, but no longer than `ms`. */
async function within(ms: number, all: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([all, late])
  clearTimeout(timer)
}
