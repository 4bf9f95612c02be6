import { createHash } from 'node:crypto'
import {
  RateLimiterMemory,
  RateLimiterMySQL,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import type { Sequelize } from 'sequelize'
import { networkOf } from './http/client-address.server'
import { limitsTable, type LimitName } from './limits.table'

/** The table `rate_limits`: its three columns, in this order, are those the library writes. */
export const LIMITS_TABLE = 'rate_limits'

export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number }

/**
 * Counts tries. Windows are measured by the machine's real time, because the library reads `Date.now()`: moving the product's clock
 * neither frees a guesser nor locks anyone out.
 */
export interface Limits {
  /** Counts one try. `key` is an id or a client's address (IPv6 by its /64); it is kept only as a hash. */
  take(name: LimitName, key: string): Promise<Taken>
  /** Gives a try back that turned out not to count, such as a good sign-in. */
  giveBack(name: LimitName, key: string): Promise<void>
}

interface Store {
  sequelize: Sequelize
  database: string
}

/** In memory without a store (SQLite, one process), else in the MySQL database that all processes share. */
export function makeLimits(store: Store | null): Limits {
  const limiters = Object.fromEntries(
    Object.entries(limitsTable).map(([name, limit]) => [name, limiterFor(name, limit, store)]),
  ) as Record<LimitName, RateLimiterAbstract>

  return {
    async take(name, key) {
      try {
        await limiters[name].consume(hashed(key))
        return { ok: true }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
      }
    },
    async giveBack(name, key) {
      await limiters[name].reward(hashed(key))
    },
  }
}

function limiterFor(
  name: string,
  { points, seconds }: { points: number; seconds: number },
  store: Store | null,
): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  if (!store) return memory
  return new RateLimiterMySQL({
    keyPrefix: name,
    points,
    duration: seconds,
    storeClient: store.sequelize,
    storeType: 'sequelize',
    dbName: store.database,
    tableName: LIMITS_TABLE,
    tableCreated: true,
    // While the database does not answer, each process counts for itself.
    insuranceLimiter: memory,
  })
}

function hashed(key: string): string {
  return createHash('sha256').update(networkOf(key)).digest('base64url')
}
