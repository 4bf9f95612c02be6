import { request } from 'node:http'
import { connect } from 'node:net'
import type { App } from '../../support/app'
import type { Visitor } from '../../support/visitor'

export interface Answer {
  status: number
  location: string | undefined
  text: string
}

const BOUNDARY = 'otrack-test'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`
export const END = `\r\n--${BOUNDARY}--\r\n`

/** The beginning of a part of the form: a field, or a file where a name is given. */
export const part = (field: string, fileName?: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`

const headersOf = (app: App, visitor: Visitor) => ({
  origin: app.url,
  cookie: visitor.cookies.header() ?? '',
  'content-type': TYPE,
})

/** Sends a body of one's own making to the upload page, as fast as it is taken; whatever is answered, also before the end. */
export function postParts(
  app: App,
  visitor: Visitor,
  body: Iterable<string | Uint8Array>,
  { length }: { length?: number } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answered = false
    const sent = request(
      new URL('/portal/pupils/import', app.url),
      {
        method: 'POST',
        headers: { ...headersOf(app, visitor), ...(length !== undefined && { 'content-length': length }) },
      },
      (answer) => {
        answered = true
        const chunks: Buffer[] = []
        const done = () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            text: Buffer.concat(chunks).toString(),
          })
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', done).on('error', done)
      },
    )
    // A server that has heard enough answers and hangs up.
    sent.on('error', (fault) => {
      if (!answered) reject(fault)
    })
    const parts = body[Symbol.iterator]()
    const write = () => {
      for (;;) {
        if (sent.destroyed || answered) return
        const next = parts.next()
        if (next.done) return sent.end()
        if (!sent.write(next.value)) return sent.once('drain', write)
      }
    }
    write()
  })
}

/** Begins an upload and falls silent; resolves to what the server says before it hangs up, and throws if it never does. */
export function fallSilent(app: App, visitor: Visitor, withinMs: number): Promise<string> {
  const { hostname, port, host } = new URL(app.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let said = ''
    const giveUp = setTimeout(() => {
      socket.destroy()
      reject(new Error(`The server still waits after ${withinMs} ms`))
    }, withinMs)
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(giveUp)
      resolve(said)
    })
    const headers = { ...headersOf(app, visitor), host, 'content-length': '1000000' }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`POST /portal/pupils/import HTTP/1.1\r\n${lines.join('')}\r\n`)
    socket.write(`${part('file', 'never.csv')}UPN,Surname,Forename\r\n`)
  })
}
