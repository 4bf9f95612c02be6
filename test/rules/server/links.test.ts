import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKeys } from '../../../app/server/crypto.server'
import { makeLinks, type LinkPurpose } from '../../../app/server/links.server'

const links = makeLinks(makeKeys(['a secret of the tests, 32 bytes or more']), 'https://www.otrack.example')
const now = Date.UTC(2026, 10, 25, 9)
const purpose = fc.constantFrom<LinkPurpose>('opt-out', 'preferences', 'verify-email', 'rights-status')

test('a link is read for its own purpose only', () => {
  fc.assert(
    fc.property(purpose, purpose, fc.uuid(), fc.nat(), (signedFor, readFor, subject, version) => {
      const read = links.read(readFor, links.sign({ purpose: signedFor, subject, version }), now)
      expect(read).toEqual(
        signedFor === readFor ? { ok: true, subject, version } : { ok: false, why: 'damaged' },
      )
    }),
  )
})

test('a link is URL-safe and tells nothing about its subject', () => {
  fc.assert(
    fc.property(fc.uuid(), (subject) => {
      const token = links.sign({ purpose: 'opt-out', subject, version: 1 })
      expect(token).toMatch(/^[\w-]+$/)
      expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(subject.slice(0, 8))
    }),
  )
})

test.each([
  [-1, { ok: true, subject: 'u1', version: 3 }],
  [0, { ok: false, why: 'expired' }],
  [1, { ok: false, why: 'expired' }],
])('%i ms from its end', (past, expected) => {
  const token = links.sign({ purpose: 'reset-password', subject: 'u1', version: 3, expiresAt: now })
  expect(links.read('reset-password', token, now + past)).toEqual(expected)
})

test('whatever strangers type is damaged, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (token) => void expect(links.read('opt-out', token, now)).toEqual({ ok: false, why: 'damaged' }),
    ),
  )
})

test('the whole address leads to the page of its purpose', () => {
  expect(links.url({ purpose: 'opt-out', subject: 'p1', version: 1 })).toMatch(
    /^https:\/\/www\.otrack\.example\/unsubscribe\/[\w-]+$/,
  )
  expect(links.url({ purpose: 'rights-status', subject: 'RR-7K3F-92', version: 1 })).toMatch(
    /\/rights\/RR-7K3F-92\?token=[\w-]+$/,
  )
})
