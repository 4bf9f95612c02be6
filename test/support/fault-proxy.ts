import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface FaultProxy {
  port: number
  /** From now on, once: when the client sends bytes holding `word`, they are passed on, and the line is cut before the answer. */
  cutAfter(word: string): void
  /** How often the line was cut. */
  cuts(): number
  close(): Promise<void>
}

/** A line to another server on this machine that can be cut at the worst moment. */
export async function faultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  let armed: string | null = null
  let cuts = 0
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(target)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (bytes) => {
      if (armed === null || !bytes.includes(armed)) return void upstream.write(bytes)
      armed = null
      cuts += 1
      // The server has answered, so it has done what was asked; the client never hears of it.
      upstream.removeAllListeners('data')
      upstream.once('data', () => client.destroy())
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => void client.write(bytes))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (word) => void (armed = word),
    cuts: () => cuts,
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }
}
