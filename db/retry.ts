const code = (error: unknown): { code: string; errno: number } => {
  const cause = (error as { original?: unknown; parent?: unknown } | null)?.original ?? error
  const { code, errno } = (cause ?? {}) as { code?: unknown; errno?: unknown }
  return { code: typeof code === 'string' ? code : '', errno: typeof errno === 'number' ? errno : 0 }
}

const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ER_SERVER_SHUTDOWN',
])
const LOST_NUMBERS = new Set([1927, 2006, 2013])
/** Deadlock (1213; a Galera node reports a failed certification so too), lock wait (1205), node not ready (1047), write conflict (1020). */
const CLASH = new Set([1213, 1205, 1047, 1020])

/** Did the connection go away, so that nobody knows whether the last statement happened? */
export function lostConnection(error: unknown): boolean {
  const found = code(error)
  return LOST.has(found.code) || LOST_NUMBERS.has(found.errno)
}

/** Is it worth running the whole transaction again? */
export function worthRetrying(error: unknown): boolean {
  const found = code(error)
  return found.code === 'SQLITE_BUSY' || CLASH.has(found.errno) || lostConnection(error)
}
