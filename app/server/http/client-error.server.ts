import type { Duplex } from 'node:stream'
import { OWN_PAGE_POLICY, ownPage, type OwnStatus } from './bytes/own-pages.server'
import { securityHeaders } from './bytes/security-headers.server'

const REASONS: Partial<Record<OwnStatus, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers what could not even be read as a request (bad syntax, headers that never end), with the same headers as any other answer. */
export function answerClientError(error: Error, socket: Duplex, production: boolean): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy()
    return
  }
  const status = statusOf('code' in error ? String(error.code) : '')
  const body = ownPage(status, null)
  const headers = [
    ...[
      'Content-Type',
      'text/html; charset=utf-8',
      'Content-Length',
      String(Buffer.byteLength(body)),
      'Connection',
      'close',
    ],
    ...securityHeaders(production, OWN_PAGE_POLICY),
  ]
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []))
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

function statusOf(code: string): 400 | 408 | 431 {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
