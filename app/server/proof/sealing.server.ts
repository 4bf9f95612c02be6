import { AsyncResource } from 'node:async_hooks'
import type { Log } from '../log.server'

/** Entries of so long are sealed together: long enough that a busy server does not ask all the time, short enough to be "within seconds". */
const GATHER_MS = 2_000
/** A database that does not answer must not keep a process from ending; the night's sealing finds what is left. */
const STOP_WITHIN_MS = 2_000

/** Asks for the sealing job after what was written, apart from every business transaction: nothing waits for it, nothing fails with it. */
export interface Sealing {
  /** Something waits to be sealed. Costs a timer, and only the first in a while. */
  soon(): void
  /** Asks at once for what was promised, and takes no more. */
  stop(): Promise<void>
}

export function makeSealing(log: Log, ask: () => Promise<void>): Sealing {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let asking = Promise.resolve()
  // Bound to where it is made, so that it never joins the transaction in which `soon` was called.
  const askNow = AsyncResource.bind(() => {
    timer = null
    asking = ask().catch((thrown: unknown) => log.fault(thrown, { during: 'asking-for-a-seal' }))
  })
  return {
    soon() {
      if (timer || stopped) return
      timer = setTimeout(askNow, GATHER_MS)
      timer.unref()
    },
    async stop() {
      stopped = true
      if (timer) {
        clearTimeout(timer)
        askNow()
      }
      const late = new Promise<void>((resolve) => void setTimeout(resolve, STOP_WITHIN_MS).unref())
      await Promise.race([asking, late])
    },
  }
}
