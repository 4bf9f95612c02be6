import type { IncomingMessage } from 'node:http'

/** A form that has not come in whole by then is refused: nobody types while sending. */
export const FORM_TIMEOUT_MS = 15_000

export type BodyRead =
  { ok: true; body: Buffer<ArrayBuffer> } | { ok: false; status: 408 | 413 } | { ok: false; status: 'gone' }

/** Takes in a small body, whole. Counts what comes, whatever the headers claim. */
export function readBody(req: IncomingMessage, most: number, timeoutMs = FORM_TIMEOUT_MS): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (read: BodyRead) => {
      clearTimeout(timer)
      req.off('data', take).off('end', done).off('close', gone).off('error', gone)
      // Without a listener an error of the connection would end the process.
      req.on('error', () => undefined)
      resolve(read)
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > most) settle({ ok: false, status: 413 })
      else chunks.push(chunk)
    }
    const done = () => settle({ ok: true, body: Buffer.concat(chunks) })
    const gone = () => settle({ ok: false, status: 'gone' })
    const timer = setTimeout(() => settle({ ok: false, status: 408 }), timeoutMs)
    req.on('data', take).on('end', done).on('close', gone).on('error', gone)
  })
}

export interface StreamedBody {
  stream: ReadableStream<Uint8Array>
  /** Whether more came than the limit allows; the stream then fails with the code BODY_TOO_LARGE. */
  tooLarge(): boolean
}

/** Hands a large body on as it comes, no faster than it is read. */
export function streamBody(req: IncomingMessage, most: number): StreamedBody {
  const chunks = req.iterator({ destroyOnReturn: false })
  let size = 0
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = (await chunks.next()) as IteratorResult<Buffer, undefined>
        if (next.done) return controller.close()
        size += next.value.length
        if (size > most) throw Object.assign(new Error('body too large'), { code: 'BODY_TOO_LARGE' })
        controller.enqueue(next.value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, tooLarge: () => size > most }
}
