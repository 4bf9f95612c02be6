import type { Services } from '../context'
import { makeAlarm, type Alarm } from './bell'
import type { Jobs } from './job'
import { claim, freeLeasesOfTheDead, giveBack, renew, type Held } from './leases.server'
import { makePlan } from './plan.server'
import { runJob } from './run-job.server'

export interface WorkerOptions {
  /** How long after a worker's end another takes over what it held. */
  leaseMs?: number
}

/** How many jobs run at a time. Mails one after the other, so that a kill repeats one at most. */
const LANES = { work: 3, mail: 1 } as const
const LEASE_MS = 30_000
/** How long a job asked for by another process waits at most; those of our own ring the bell. */
const POLL_MS = 250
/** While the database does not answer. */
const AWAY_MS = 2_000
/** The process has a little more than this to end. */
const STOP_WITHIN_MS = 8_000

interface Running {
  held: Held
  lost: AbortController
  ended: Promise<unknown>
}

/** Carries out jobs in this process until it is stopped. `stop` tells running jobs, waits for them a while, and gives back the rest. */
export function startWorker(
  services: Services,
  jobs: Jobs,
  { leaseMs = LEASE_MS }: WorkerOptions = {},
): { stop(): Promise<void> } {
  const { db, clock, log, bell } = services
  const plan = makePlan(db, jobs)
  const running = new Map<string, Running>()
  let stopping = false

  function start(held: Held, alarm: Alarm): void {
    const job = jobs[held.name]
    if (!job) return
    const lost = new AbortController()
    const ended = runJob(services, job, held, lost.signal).then(() => {
      running.delete(held.id)
      alarm.ring()
    })
    running.set(held.id, { held, lost, ended })
  }

  /** One look at the table; answers whether another look may find more. */
  async function look(lane: keyof typeof LANES, names: readonly string[], alarm: Alarm): Promise<boolean> {
    const here = [...running.keys()]
    const busy = [...running.values()].filter(({ held }) => names.includes(held.name)).length
    const most = LANES[lane] - busy
    if (most < 1) return false
    await plan(clock.now())
    const found = await claim(services, { names, most, leaseMs, not: here })
    for (const held of found) start(held, alarm)
    return found.length > 0
  }

  async function loop(lane: keyof typeof LANES, alarm: Alarm): Promise<void> {
    const names = Object.keys(jobs).filter((name) => jobs[name]?.lane === lane)
    let away = false
    while (!stopping) {
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

  const renewing = setInterval(() => {
    for (const { held, lost } of running.values()) {
      renew(services, held, leaseMs).then(
        (ours) => {
          if (!ours && running.get(held.id)?.held === held) lost.abort()
        },
        (thrown: unknown) => log.fault(thrown, { during: 'renewing', job: held.name, jobId: held.id }),
      )
    }
  }, leaseMs / 3)
  renewing.unref()

  const lanes = Object.keys(LANES) as (keyof typeof LANES)[]
  const alarms = lanes.map(() => makeAlarm())
  const silence = bell.onRing(() => alarms.forEach((alarm) => alarm.ring()))
  const loops = freeLeasesOfTheDead(services)
    .catch((thrown: unknown) => log.fault(thrown, { during: 'starting' }))
    .then(() => Promise.all(lanes.map((lane, at) => loop(lane, alarms[at] ?? makeAlarm()))))

  return {
    async stop() {
      stopping = true
      silence()
      alarms.forEach((alarm) => alarm.ring())
      await loops
      const still = [...running.values()]
      still.forEach(({ lost }) => lost.abort())
      await within(STOP_WITHIN_MS, Promise.all(still.map(({ ended }) => ended)))
      clearInterval(renewing)
      await Promise.all([...running.values()].map(({ held }) => giveBack(services, held)))
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
