import type { Server } from 'node:http'

const WITHIN_MS = 7000
const LOOK_EVERY_MS = 50

/**
 * Stops accepting and waits for what is running. Connections that are kept alive are closed once idle; those in use by their next
 * answer, which carries `Connection: close` from now on. Without that a busy keep-alive client would hold the server for ever.
 */
export function closeGracefully(server: Server, withinMs = WITHIN_MS): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
    const deadline = setTimeout(() => server.closeAllConnections(), withinMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(deadline)
      resolve()
    })
    server.closeIdleConnections()
  })
}
