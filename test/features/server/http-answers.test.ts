import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html, smallServer, type SmallServer } from './small-server'

const page = `<!doctype html><title>About</title>${'<p>Words that compress.</p>'.repeat(200)}`
const folder = mkdtempSync(join(tmpdir(), 'otrack-client-'))
let rendered = 0
let server: SmallServer

beforeAll(async () => {
  mkdirSync(join(folder, 'client', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'client', 'robots.txt'), 'User-agent: *')
  writeFileSync(join(folder, 'client', 'assets', 'site-3f2a.css'), 'a{color:red}'.repeat(200))
  writeFileSync(
    join(folder, 'client', 'assets', 'site-3f2a.css.br'),
    brotliCompressSync('a{color:red}'.repeat(200)),
  )
  server = await smallServer(
    async (request, context) => {
      const { pathname } = new URL(request.url)
      rendered += 1
      if (pathname === '/about')
        return html(page, { 'X-Otrack-Keep': 'public', 'Content-Security-Policy': "default-src 'self'" })
      if (pathname === '/fault') throw new Error('Amira Okafor, DOB 2015-03-01')
      if (pathname === '/bare')
        return new Response('Unexpected Server Error\n\nError: Amira', { status: 500 })
      if (pathname === '/empty') return new Response(null, { status: 303, headers: { Location: '/about' } })
      if (pathname === '/cookies') {
        const headers = new Headers({ 'Content-Type': 'text/html', 'X-Powered-By': 'Remix' })
        headers.append('Set-Cookie', 'a=1')
        headers.append('Set-Cookie', 'b=2')
        return new Response('ok', { headers })
      }
      if (pathname === '/long') return new Response(long(), { headers: { 'Content-Type': 'text/csv' } })
      if (request.method === 'POST')
        return html(`${new URL(request.url).origin} ${request.headers.get('host')} ${await request.text()}`)
      return html(`${context.address} ${page}`)
    },
    { clientFolder: join(folder, 'client') },
  )
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

function long(): ReadableStream<Uint8Array> {
  let left = 100
  const line = new TextEncoder().encode('a line of some export, which is not short at all\n'.repeat(100))
  return new ReadableStream({ pull: (to) => (left-- > 0 ? to.enqueue(line) : to.close()) })
}

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

describe('the headers that every answer carries', () => {
  test.each([
    ['GET', '/', 200],
    ['GET', '/about', 200],
    ['HEAD', '/about', 200],
    ['GET', '/empty', 303],
    ['GET', '/fault', 500],
    ['GET', '/bare', 500],
    ['GET', '/long', 200],
    ['GET', '/robots.txt', 200],
    ['GET', '/assets/site-3f2a.css', 200],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/%ff', 400],
    ['POST', '/', 403],
    ['PUT', '/', 405],
    ['OPTIONS', '/', 405],
    ['GET', `/${'a'.repeat(5000)}`, 414],
  ])('%s %s is %i', async (method, path, status) => {
    const answer = await server.get(path, { method })
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject(SECURITY)
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors')
    expect(answer.headers.get('permissions-policy')).toContain('camera=()')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.has('x-powered-by')).toBe(false)
    expect(answer.headers.has('x-otrack-keep')).toBe(false)
  })

  test('also what was no HTTP at all', async () => {
    const answer = await server.raw('GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/)
    expect(answer.toLowerCase()).toContain('frame-ancestors')
  })

  test('a page’s own policy wins, and without one nothing may run', async () => {
    expect((await server.get('/about')).headers.get('content-security-policy')).toBe(
      "default-src 'self'; frame-ancestors 'none'",
    )
    expect((await server.get('/')).headers.get('content-security-policy')).toContain("script-src 'none'")
  })
})

describe('faults', () => {
  test('the page names the request and never says what went wrong; the log has neither', async () => {
    for (const path of ['/fault', '/bare']) {
      const answer = await server.get(path)
      const text = await answer.text()
      expect(text).toContain(answer.headers.get('x-request-id'))
      expect(text).toContain('role="alert"')
      expect(text).not.toContain('Amira')
    }
    expect(server.lines.join('')).not.toMatch(/Amira|2015-03-01/)
    expect(server.lines.join('')).toContain('"event":"fault"')
  })
})

describe('files', () => {
  test('a hashed one is kept for ever, in the copy that the build compressed', async () => {
    const answer = await server.get('/assets/site-3f2a.css', { headers: { 'Accept-Encoding': 'br' } })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(await answer.text()).toBe('a{color:red}'.repeat(200))
  })

  test('one that the client has is not sent again', async () => {
    const etag = (await server.get('/robots.txt')).headers.get('etag') ?? ''
    const again = await server.get('/robots.txt', { headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
  ])('no address leads out of the folder: %s', async (path) => {
    expect(await server.raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).not.toContain(
      'outside',
    )
  })
})

describe('finished pages', () => {
  test('one that asked for it is rendered once, then sent from memory, in every encoding and to HEAD', async () => {
    await (await server.get('/about')).text()
    await new Promise((wake) => setTimeout(wake, 200))
    const before = rendered
    for (const encoding of ['identity', 'gzip', 'br']) {
      const answer = await server.get('/about', { headers: { 'Accept-Encoding': encoding } })
      expect(await answer.text()).toBe(page)
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    }
    expect(await (await server.get('/about', { method: 'HEAD' })).text()).toBe('')
    expect(rendered).toBe(before)
  })

  test.each([
    ['with a query', '/about?a=1', {}],
    ['with a cookie', '/about', { Cookie: 'session=1' }],
    ['in another spelling', '/About', {}],
    ['that did not ask for it', '/', {}],
  ])('one %s is rendered each time, and no shared cache keeps it', async (_, path, headers) => {
    const before = rendered
    await server.get(path, { headers })
    const answer = await server.get(path, { headers })
    expect(rendered).toBe(before + 2)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('answers of the pages', () => {
  test('text is compressed, every cookie is set, a redirect is empty', async () => {
    const answer = await server.get('/', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(await answer.text()).toBe(`127.0.0.1 ${page}`)
    expect((await server.get('/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect((await server.get('/empty')).headers.get('location')).toBe('/about')
  })

  test('a long one arrives whole, compressed and not', async () => {
    for (const encoding of ['identity', 'br']) {
      const answer = await server.get('/long', { headers: { 'Accept-Encoding': encoding } })
      expect((await answer.text()).length).toBe(100 * 4900)
    }
  })

  test('the pages see the product’s own address, whatever Host says', async () => {
    const answer = await server.raw(
      'POST / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nOrigin: https://www.otrack.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=1',
    )
    expect(answer).toContain('https://www.otrack.example www.otrack.example a=1')
  })
})

test('health: alive always, ready only with database and migrations', async () => {
  expect(await (await server.get('/healthz')).json()).toEqual({ status: 'alive' })
  expect(await (await server.get('/readyz')).json()).toEqual({
    status: 'ready',
    database: true,
    migrations: true,
  })
  for (const [isReady, expected] of [
    [() => Promise.resolve(false), { status: 'not ready', database: true, migrations: false }],
    [
      () => Promise.reject(new Error('no connection')),
      { status: 'not ready', database: false, migrations: false },
    ],
  ] as const) {
    const other = await smallServer(() => Promise.resolve(html('')), { isReady, production: false })
    const answer = await other.get('/readyz')
    expect([answer.status, await answer.json()]).toEqual([503, expected])
    expect(await (await other.get('/healthz')).json()).toEqual({
      status: 'alive',
      now: '2026-11-25T00:00:00.000Z',
    })
    await other.close()
  }
})
