/** No byte for so long: the sender is gone, or plays for time. */
export const IDLE_MS = 20_000

/** Why the body of an upload ended before its end. */
export type BodyFault = 'too-large' | 'too-slow' | 'damaged'

/** Reads a request's body as it comes, at most one chunk ahead; throws the code BODY_IDLE when nothing comes for `idleMs`. */
export async function* readingBody(
  body: ReadableStream<Uint8Array>,
  idleMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const next = await inTime(reader.read(), idleMs)
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: a sender who stands still would hold the cancelling too.
    reader.cancel().catch(() => undefined)
  }
}

/** Tells a fault of the sender, by the code that the server's body stream and `readingBody` put on it; anything else is damage. */
export function bodyFault(thrown: unknown): BodyFault {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  return code === 'BODY_TOO_LARGE' ? 'too-large' : code === 'BODY_IDLE' ? 'too-slow' : 'damaged'
}

async function inTime<T>(work: Promise<T>, idleMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('body idle'), { code: 'BODY_IDLE' })), idleMs)
  })
  try {
    return await Promise.race([work, idle])
  } finally {
    clearTimeout(timer)
  }
}
