import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestEncoding } from '../../../../app/server/http/bytes/encoding.server'
import { securityHeaders } from '../../../../app/server/http/bytes/security-headers.server'
import { clientAddress, networkOf } from '../../../../app/server/http/client-address.server'
import { makeOriginCheck, takesForeignPosts } from '../../../../app/server/http/origin-check.server'
import { routePattern, routeWords } from '../../../../app/server/http/route-pattern.server'
import { readTarget } from '../../../../app/server/http/target.server'

describe('the client’s address', () => {
  test.each<[number, string, string | undefined, string, string]>([
    [0, '10.0.0.1', '6.6.6.6', '10.0.0.1', 'nobody is believed'],
    [1, '10.0.0.1', '6.6.6.6, 81.2.3.4', '81.2.3.4', 'what the client wrote itself stands further left'],
    [2, '10.0.0.1', '6.6.6.6, 81.2.3.4, 10.0.0.2', '81.2.3.4', 'two proxies'],
    [2, '10.0.0.1', '81.2.3.4', '81.2.3.4', 'fewer entries than proxies'],
    [1, '10.0.0.1', 'unknown', '10.0.0.1', 'no address'],
    [1, '10.0.0.1', undefined, '10.0.0.1', 'no header'],
    [0, '::ffff:81.2.3.4', undefined, '81.2.3.4', 'IPv4 in IPv6 clothes'],
  ])('with %i proxies, from %s with %s: %s (%s)', (proxies, remote, forwarded, expected) => {
    expect(clientAddress(remote, forwarded, proxies)).toBe(expected)
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1::6', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['81.2.3.4', '81.2.3.4'],
    ['some id', 'some id'],
  ])('%s counts as %s', (key, network) => expect(networkOf(key)).toBe(network))
})

describe('the target', () => {
  test.each([
    ['/portal/pupils?q=O%27Brien', '/portal/pupils', '?q=O%27Brien'],
    ['/a/../b', '/b', ''],
    ['/news?utm=50%off', '/news', '?utm=50%off'],
    ['http://other.example/about?x', '/about', '?x'],
  ])('%s is read', (target, pathname, search) =>
    expect(readTarget(target)).toEqual({ ok: true, pathname, search }),
  )

  test.each([
    '/%',
    '/%zz',
    '/%ff',
    '/%00',
    '/a%00b',
    '/?q=%00',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    'nonsense',
    '*',
    '',
  ])('%s is refused', (target) => expect(readTarget(target)).toEqual({ ok: false, status: 400 }))

  test('one that is too long is told so', () =>
    expect(readTarget(`/${'a'.repeat(5000)}`)).toEqual({ ok: false, status: 414 }))

  test('whatever comes in: refused, or a path that decodes and leads to no other host', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        const read = readTarget(`/${text}`)
        if (!read.ok) return
        expect(decodeURIComponent(read.pathname)).not.toContain('\0')
        expect(new URL(read.pathname, 'https://otrack.example').host).toBe('otrack.example')
      }),
    )
  })
})

describe('the origin of a POST', () => {
  const live = makeOriginCheck('https://www.otrack.example', true)
  const local = makeOriginCheck('http://localhost:3000', false)

  test.each([
    ['https://www.otrack.example', true],
    ['https://otrack.example', false],
    ['http://www.otrack.example', false],
    ['https://www.otrack.example.evil.example', false],
    ['http://localhost:3000', false],
    ['null', false],
    ['', false],
    [undefined, false],
  ])('in production %s: %s', (origin, good) => expect(live(origin)).toBe(good))

  test.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
    ['http://127.0.0.1:3001', false],
    ['http://127.0.0.1', false],
    ['https://localhost:3000', false],
  ])('in development %s: %s', (origin, good) => expect(local(origin)).toBe(good))

  test.each([
    ['/webhooks/stripe', true],
    ['/unsubscribe/abc', true],
    ['/unsubscribe/', false],
    ['/portal/webhooks/x', false],
    ['/unsubscribed/abc', false],
  ])('%s takes posts from anywhere: %s', (path, takes) => expect(takesForeignPosts(path)).toBe(takes))
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP ; q=1.0', 'gzip'],
  ['identity', 'identity'],
  ['*', 'identity'],
  [undefined, 'identity'],
])('Accept-Encoding %s: %s', (accept, best) => expect(bestEncoding(accept)).toBe(best))

test('a policy without frame-ancestors is given one; HSTS is for production', () => {
  expect(securityHeaders(false, "default-src 'self'")[1]).toBe("default-src 'self'; frame-ancestors 'none'")
  expect(securityHeaders(false, "frame-ancestors 'self'")[1]).toBe("frame-ancestors 'self'")
  expect(securityHeaders(false)).not.toContain('Strict-Transport-Security')
  expect(securityHeaders(true)).toContain('Strict-Transport-Security')
})

describe('an address in the log', () => {
  const words = routeWords([
    'portal',
    'portal/pupils/:id/edit',
    'unsubscribe/:token',
    'imports/:id.json',
    '*',
  ])

  test.each([
    ['/', '/'],
    ['/portal/pupils/0199f1c2-7a7e-7bbb-8c3d-1f2e3d4c5b6a/edit', '/portal/pupils/:id/edit'],
    ['/unsubscribe/AQ3x_Zt-4', '/unsubscribe/:value'],
    ['/amira-okafor', '/:value'],
    ['/portal/amira%40hill.school', '/portal/:value'],
    ['/__proto__/constructor', '/:value/:value'],
  ])('%s is %s', (path, pattern) => expect(routePattern(path, words)).toBe(pattern))
})
