import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { html, smallServer } from './small-server'

const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}

/** Asks again and again on connections that are kept alive, until one is refused. */
function load(port: number, clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  let answered = 0
  let broken = 0
  const ask = () =>
    new Promise<boolean>((resolve) => {
      const request = get({ port, host: '127.0.0.1', path: '/', agent }, (answer) => {
        answer.resume().on('end', () => {
          answered += 1
          resolve(true)
        })
        answer.on('error', () => resolve(false))
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        // Refused, or closed while idle: no request was lost. A reset in the middle of an answer would be one.
        if (error.code !== 'ECONNREFUSED' && !(error.code === 'ECONNRESET' && request.reusedSocket))
          broken += 1
        resolve(false)
      })
    })
  const done = Promise.all(
    Array.from({ length: clients }, async () => {
      while (await ask()) continue
    }),
  )
  return { done, counts: () => ({ answered, broken }) }
}

test('under keep-alive load it stops within a second, and every request that was taken is answered', async () => {
  const server = await smallServer(async () => {
    await passes(5)
    return html('x'.repeat(5000))
  })
  const clients = load(server.port, 20)
  await passes(400)
  const before = performance.now()
  await server.close()
  expect(performance.now() - before).toBeLessThan(1000)
  await clients.done
  expect(clients.counts().broken).toBe(0)
  expect(clients.counts().answered).toBeGreaterThan(100)
})

test('what is running is answered with Connection: close, and nothing new is taken', async () => {
  const { promise: running, resolve: started } = withResolvers()
  const server = await smallServer(async () => {
    started()
    await passes(300)
    return html('done')
  })
  const answer = server.get('/')
  await running
  const closed = server.close()
  await expect(server.get('/healthz')).rejects.toThrow()
  const last = await answer
  expect([last.status, last.headers.get('connection'), await last.text()]).toEqual([200, 'close', 'done'])
  await closed
})

test('idle connections are closed at once; one that never finishes is cut off at the deadline', async () => {
  const server = await smallServer(() => new Promise(() => undefined))
  const idle = connect(server.port, '127.0.0.1')
  const idleClosed = new Promise((resolve) => idle.on('close', resolve))
  const hanging = server.get('/').catch(() => 'cut off')
  await passes(100)
  const before = performance.now()
  await server.close(500)
  expect(performance.now() - before).toBeLessThan(1500)
  expect(await hanging).toBe('cut off')
  await idleClosed
})
