/** The pages and the server are two bundles, each with a class of its own: faults know each other by this mark. */
const FAULT = Symbol.for('otrack.fault')

/** A fault whose sentence was written by us, word for word, and so may be logged. Never put a value into it. */
export class Fault extends Error {
  override name = 'Fault'
  readonly [FAULT] = true
}

/** What may stand in the log about an error: never its message, which may hold a form's values, SQL parameters or file contents. */
export interface SafeError {
  name: string
  code?: string
  says?: string
  /** The frames alone: file names and lines of the code. */
  stack: string[]
  cause?: SafeError
}

/** Sentences of the engine itself that name code and no value. */
const ENGINE_SAYS = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '[\w$]{1,60}'\)$/,
  /^[\w$.]{1,80} is not (a function|defined|iterable|a constructor)$/,
  /^Maximum call stack size exceeded$/,
  /^(Cannot find|Failed to load) module$/,
]
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/
const NAME = /^[A-Za-z]\w{0,60}$/
const FRAME =
  /^\s+at (?:(?:async |new )?[\w$.<>[\] ]{1,120} \()?(?:file:|node:|\/|[A-Za-z]:\\)[^()]+:\d+:\d+\)?$/
const MOST_FRAMES = 30
const DEEPEST_CAUSE = 3

/** Reduces anything thrown to what may be logged. */
export function safeError(thrown: unknown, depth = 0): SafeError {
  if (!(thrown instanceof Error)) return notAnError(thrown)
  const safe: SafeError = { name: NAME.test(thrown.name) ? thrown.name : 'Error', stack: framesOf(thrown) }
  const code = 'code' in thrown ? String(thrown.code) : ''
  if (CODE.test(code)) safe.code = code
  if (
    FAULT in thrown ||
    (thrown.name !== 'SyntaxError' && ENGINE_SAYS.some((says) => says.test(thrown.message)))
  )
    safe.says = thrown.message
  if (thrown.cause !== undefined && depth < DEEPEST_CAUSE) safe.cause = safeError(thrown.cause, depth + 1)
  return safe
}

/** Remix throws answers (`405`, no such action) as plain objects with a status. */
function notAnError(thrown: unknown): SafeError {
  const status =
    typeof thrown === 'object' && thrown !== null && 'status' in thrown ? Number(thrown.status) : NaN
  return Number.isInteger(status)
    ? { name: 'Response', code: `HTTP_${status}`, stack: [] }
    : { name: 'NotAnError', says: typeof thrown, stack: [] }
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const message = error.message ? stack.indexOf(error.message) : -1
  // The message may hold lines that look like frames: it is cut off first.
  const frames = message < 0 ? stack : stack.slice(message + error.message.length)
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
}

/** Ids, names of things in code, numbers as text: lower case, digits and a few signs. Names of people and addresses do not pass. */
const CODE_WORD = /^[a-z0-9][a-z0-9._:/-]{0,63}$/

/** A log field's value, or what stands for it when it might be somebody's data. */
export function safeValue(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    return value
  return typeof value === 'string' && CODE_WORD.test(value) ? value : '[withheld]'
}
