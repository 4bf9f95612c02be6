import type { Clock } from '../clock.server'

export interface Health {
  status: 200 | 503
  body: Record<string, unknown>
}

const ANSWER_WITHIN_MS = 2000

/** Alive: the process answers. Outside production it also tells the product's time, for tests that move it. */
export function alive(clock: Clock, production: boolean): Health {
  return {
    status: 200,
    body: { status: 'alive', ...(production ? {} : { now: new Date(clock.now()).toISOString() }) },
  }
}

/** Ready to be sent requests: the database answers, its schema is this version's (`ask`), and the server is not stopping. */
export async function ready(ask: () => Promise<boolean>, stopping: boolean): Promise<Health> {
  const migrations = await inTime(ask).catch(() => null)
  const isReady = migrations === true && !stopping
  return {
    status: isReady ? 200 : 503,
    body: {
      status: isReady ? 'ready' : 'not ready',
      database: migrations !== null,
      migrations: migrations === true,
    },
  }
}

/** null: no answer in time. */
async function inTime(ask: () => Promise<boolean>): Promise<boolean | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, null)
  })
  try {
    return await Promise.race([ask(), late])
  } finally {
    clearTimeout(timer)
  }
}
