import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html, ORIGIN, smallServer, type SmallServer } from './small-server'

let server: SmallServer
const seen: string[] = []
const aborted: string[] = []

beforeAll(async () => {
  server = await smallServer(
    async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/hang') {
        await new Promise<void>((resolve) => request.signal.addEventListener('abort', () => resolve()))
        aborted.push(pathname)
        return html('')
      }
      if (pathname === '/upload' && request.headers.get('x-read') === 'no')
        return new Response(null, { status: 303, headers: { Location: '/sign-in' } })
      const body = await request.text()
      seen.push(body)
      return html(String(body.length))
    },
    { times: { headersTimeout: 600, requestTimeout: 3000, connectionsCheckingInterval: 100 } },
  )
})
afterAll(() => server.close())

const form = 'Content-Type: application/x-www-form-urlencoded\r\n'
const head = (path: string, more: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\n${more}\r\n`
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('bodies', () => {
  test('one that never ends is answered 408, and no page sees it', async () => {
    const answer = await server.raw(head('/', `${form}Content-Length: 100\r\n`), 'a=1')
    expect(statusOf(answer)).toBe(408)
    expect(answer.toLowerCase()).toContain('connection: close')
    expect(seen).not.toContain('a=1')
  })

  test('one that says it is too large is answered 413 before it is sent', async () => {
    const answer = await server.raw(head('/', `${form}Content-Length: 70000\r\nConnection: close\r\n`))
    expect(statusOf(answer)).toBe(413)
  })

  test('one in chunks that gets too large is answered 413, and the answer arrives though the client goes on', async () => {
    const parts = Array.from({ length: 40 }, () => chunk(4096))
    const answer = await server.raw(
      head('/', `${form}Transfer-Encoding: chunked\r\n`),
      ...parts.slice(0, 20),
      20,
      ...parts.slice(20),
      '0\r\n\r\n',
    )
    expect(statusOf(answer)).toBe(413)
    expect(answer.toLowerCase()).toContain('frame-ancestors')
  })

  test('one within the limit passes, also in chunks', async () => {
    expect(await (await server.post('/', new URLSearchParams({ a: 'x'.repeat(60_000) }))).text()).toBe(
      '60002',
    )
    const answer = await server.raw(
      head('/', `${form}Transfer-Encoding: chunked\r\nConnection: close\r\n`),
      chunk(4096),
      20,
      chunk(10),
      '0\r\n\r\n',
    )
    expect(answer).toContain('4106')
  })

  test('an upload has its own limit, also in chunks; a page that does not read it is heard all the same', async () => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
    expect((await server.post('/upload', 'x'.repeat(900_000), type)).status).toBe(200)
    expect((await server.post('/upload', 'x'.repeat(1_000_001), type)).status).toBe(413)
    const multipart = `Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n`
    const chunks = Array.from({ length: 300 }, () => chunk(4096))
    expect(statusOf(await server.raw(head('/upload', multipart), ...chunks, '0\r\n\r\n'))).toBe(413)
    expect(
      statusOf(await server.raw(head('/upload', `${multipart}X-Read: no\r\n`), ...chunks, '0\r\n\r\n')),
    ).toBe(303)
  })

  test.each([
    ['text/plain', 'a=1', 415],
    ['application/json', '{}', 415],
    ['multipart/form-data', 'a=1', 415],
    ['application/x-www-form-urlencoded; charset=utf-8', 'a=1', 200],
  ])('a form of type %s', async (type, body, status) => {
    expect((await server.post('/', body, { 'Content-Type': type })).status).toBe(status)
  })

  test('an empty POST without a type is an empty form; a webhook may have any type', async () => {
    const empty = await server.raw(head('/', 'Content-Length: 0\r\nConnection: close\r\n'))
    expect(statusOf(empty)).toBe(200)
    expect(
      (
        await server.post('/webhooks/stripe', '{}', {
          'Content-Type': 'application/json',
          Origin: 'https://stripe.example',
        })
      ).status,
    ).toBe(200)
  })
})

describe('where a POST comes from', () => {
  test.each([
    ['/', 'https://evil.example', 403],
    ['/', 'null', 403],
    ['/', 'not an origin', 403],
    ['/', ORIGIN, 200],
    ['/unsubscribe/abc', 'https://mail.example', 200],
    ['/unsubscribe/abc', 'null', 200],
  ])('%s from %s is %i', async (path, origin, status) => {
    expect((await server.post(path, new URLSearchParams(), { Origin: origin })).status).toBe(status)
  })

  test('without an Origin it is refused, and the page says what to do', async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/`, {
      method: 'POST',
      body: new URLSearchParams({ a: '1' }),
    })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Open the page again')
  })
})

describe('clients that misbehave', () => {
  test('headers that never end are answered 408', async () => {
    const answer = await server.raw(
      'GET / HTTP/1.1\r\nHost: x\r\n',
      200,
      'X-Slow: 1\r\n',
      200,
      'X-Slow: 2\r\n',
      2000,
    )
    expect(statusOf(answer)).toBe(408)
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  })

  test('headers that are too large are answered 431', async () => {
    expect(statusOf(await server.raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`))).toBe(
      431,
    )
  })

  test('a request without Host, or with an expectation nobody knows, is answered with our headers', async () => {
    const hostless = await server.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')
    expect([statusOf(hostless), hostless.includes('frame-ancestors')]).toEqual([400, true])
    const expecting = await server.raw(
      'GET / HTTP/1.1\r\nHost: x\r\nExpect: a-pony\r\nConnection: close\r\n\r\n',
    )
    expect([statusOf(expecting), expecting.includes('frame-ancestors')]).toEqual([200, true])
  })

  test('garbage behind a request does not get into its answer', async () => {
    const answer = await server.raw('GET / HTTP/1.1\r\nHost: x\r\n\r\n\0\0garbage\r\n\r\n')
    expect(answer.split('HTTP/1.1 ').length).toBeLessThanOrEqual(3)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(200)
  })

  test('two lengths that disagree are no request', async () => {
    expect(
      statusOf(
        await server.raw(
          head('/', `${form}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`),
          '0\r\n\r\n',
        ),
      ),
    ).toBe(400)
  })

  test('a client that goes away aborts its page, which is no fault', async () => {
    const gone = new AbortController()
    const asked = server.get('/hang', { signal: gone.signal }).catch(() => null)
    await new Promise((wake) => setTimeout(wake, 100))
    gone.abort()
    await asked
    await expect.poll(() => aborted).toEqual(['/hang'])
    expect(server.lines.join('')).not.toContain('fault')
  })

  test('two hundred connections that send nothing do not keep others out', async () => {
    const idle = Array.from({ length: 200 }, () => server.raw('GET / HTTP/1.1\r\n'))
    await new Promise((wake) => setTimeout(wake, 100))
    expect((await server.get('/')).status).toBe(200)
    expect((await Promise.all(idle)).every((answer) => statusOf(answer) === 408)).toBe(true)
  })
})

test('the log tells the route and nothing of what people send', async () => {
  const markers = [
    'amira-okafor',
    'amira%40hill.school',
    'AQ3xZt4TokenToken',
    'q=secretquery',
    'formsecret',
    'headersecret',
    'cookiesecret',
  ]
  await server.get('/portal/pupils/amira-okafor?q=secretquery', {
    headers: { 'X-Header': 'headersecret', Cookie: 'session=cookiesecret' },
  })
  await server.get('/amira%40hill.school')
  await server.post('/unsubscribe/AQ3xZt4TokenToken', new URLSearchParams({ reason: 'formsecret' }))
  await server.get('/%ff?q=secretquery')
  const lines = server.lines.join('')
  for (const marker of markers) expect(lines).not.toContain(marker)
  expect(lines).toContain('"route":"/portal/pupils/:value"')
  expect(lines).toContain('"route":"/unsubscribe/:value"')
})
