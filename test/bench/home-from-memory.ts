import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { startProduct } from './product'
import { inTurn } from './load'
import type { Bench } from './rows'

const bare = `
  const { createServer } = require('node:http')
  const { parentPort, workerData: { headers, body } } = require('node:worker_threads')
  const bytes = Buffer.from(body)
  const server = createServer((request, response) => response.writeHead(200, headers).end(bytes))
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`

/** `/` as a browser asks for it, against a bare server that sends the same bytes under the same headers. */
export const homeFromMemory: Bench = async () => {
  const product = await startProduct({ database: 'sqlite' })
  const headers = { 'accept-encoding': 'br' }
  const answer = await product.raw('/', headers)
  const worker = new Worker(bare, { eval: true, workerData: { headers: answer.headers, body: answer.body } })
  const [port] = (await once(worker, 'message')) as [number]
  const figures = await inTurn(
    { url: `${product.url}/`, headers },
    { url: `http://127.0.0.1:${port}/`, headers },
  )
  await worker.terminate()
  await product.stop()
  return [
    {
      what: '/ from memory',
      unit: 'requests/s',
      ...figures,
      against: 'a bare node:http server, same bytes and headers',
      aim: { atLeast: 0.8 },
    },
  ]
}
