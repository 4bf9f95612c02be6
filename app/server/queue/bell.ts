/** Tells this process's worker that a job was just committed, so that it need not wait for its next look at the table. */
export interface Bell {
  ring(): void
  /** Calls `hear` at every ring, until the answer is called. */
  onRing(hear: () => void): () => void
}

export function makeBell(): Bell {
  const listeners = new Set<() => void>()
  return {
    ring: () => listeners.forEach((hear) => hear()),
    onRing(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** A wait that ends early: a ring that came before the wait began ends it at once. */
export interface Alarm {
  ring(): void
  wait(ms: number): Promise<void>
}

export function makeAlarm(): Alarm {
  let rang = false
  let wake = (): void => undefined
  return {
    ring() {
      rang = true
      wake()
    },
    async wait(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = () => undefined
      }
      rang = false
    },
  }
}
