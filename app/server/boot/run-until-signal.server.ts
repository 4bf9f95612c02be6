import type { Log } from '../log.server'

/** From the signal to the end of the process, whatever still runs. */
const END_WITHIN_MS = 9500
/** Ctrl-C reaches parent and child, and the parent hands it on: that is one wish, not two. */
const SAME_PRESS_MS = 1000

/**
 * Ends the process with status 0 on SIGTERM, SIGINT or SIGHUP once `stop` has let what is running come to its end; a second signal ends it
 * at once. An error that nobody caught ends it with status 1: its state is unknown, and whoever runs it starts it again.
 */
export function runUntilSignal(stop: () => Promise<void>, log: Log): void {
  let askedAt: number | null = null

  async function onSignal(signal: NodeJS.Signals) {
    if (askedAt !== null) {
      if (performance.now() - askedAt > SAME_PRESS_MS) end(signal === 'SIGINT' ? 130 : 143)
      return
    }
    askedAt = performance.now()
    log.info('process.stopping', { signal: signal.toLowerCase() })
    const late = new Promise<void>((resolve) => setTimeout(resolve, END_WITHIN_MS))
    try {
      await Promise.race([stop(), late])
    } catch (thrown) {
      log.fault(thrown, { during: 'stopping' })
    }
    log.info('process.stopped')
    end(0)
  }

  function onFault(thrown: unknown) {
    log.fault(thrown, { during: 'process' })
    end(1)
  }

  function end(status: number) {
    log.flush()
    process.exit(status)
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, (got) => void onSignal(got))
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
}
