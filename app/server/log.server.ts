import pino, { type DestinationStream } from 'pino'
import { Fault, safeError, safeValue } from './log-safe.server'

export { Fault }

export interface RequestLine {
  requestId: string
  method: string
  /** The address with everything but the routes' own words replaced (`/portal/pupils/:id`), never the query string. */
  route: string
  status: number
  ms: number
  bytes: number
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/**
 * JSON lines on standard output. Redaction is by construction: there is no way to log a free text. `event` is a word of the code
 * (`imports.committed`); a field that is not a number or a code word is withheld; of an error only its name, code and frames stand.
 */
export interface Log {
  request(line: RequestLine): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** Something threw that should not have. `at` says where: `{ requestId, route }`, `{ job }`. */
  fault(thrown: unknown, at: LogFields): void
  debug(event: string, fields?: LogFields): void
  /** Writes out what is still held back; before the process ends. */
  flush(): void
}

/** `level` is one of pino's. Without a destination: standard output, in batches, at the latest after a second. */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const out = destination ?? pino.destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: 1000 })
  const log = pino({ level, base: { pid: process.pid }, messageKey: 'event' }, out)
  const flush = () => {
    if ('flushSync' in out && typeof out.flushSync === 'function') flushSync(out as { flushSync(): void })
  }
  return {
    request: (line) => log.info({ ...line, ms: Math.round(line.ms * 10) / 10 }, 'request'),
    info: (event, fields = {}) => log.info(safe(fields), event),
    warn: (event, fields = {}) => log.warn(safe(fields), event),
    debug: (event, fields = {}) => log.debug(safe(fields), event),
    fault: (thrown, at) => {
      log.error({ ...safe(at), error: safeError(thrown) }, 'fault')
      flush()
    },
    flush,
  }
}

function safe(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeValue(value)]))
}

function flushSync(out: { flushSync(): void }): void {
  try {
    out.flushSync()
  } catch {
    // Standard output was not open yet, or its reader is gone: there is nobody to tell.
  }
}
