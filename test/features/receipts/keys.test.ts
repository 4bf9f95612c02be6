import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReceipt } from '../../../app/server/proof/find-receipt.server'
import { checkReceipt } from '../../../app/server/proof/check-receipt'
import { publicKeys } from '../../../app/server/proof/public-keys.server'
import type { ReceiptFile } from '../../../app/server/proof/receipt.server'
import { write } from '../../../app/server/write.server'
import { startApp } from '../../support/app'
import { testServices, type TestServices } from '../../support/services'
import { receiptsByMail } from './a-receipt'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const requester = { email: 'zoë@example.org', name: 'Zoë' }
const issue = () =>
  write(services.actor(), 'test.receipt', async (tx) => {
    tx.audit({})
    return await tx.receipt({
      type: 'rights.received',
      kind: 'access',
      role: 'controller',
      controller: 'The company',
      subject: { kind: 'requester', id: 'someone' },
      due: '2026-12-23',
      about: { requester, subject: requester, detail: 'Everything' },
    })
  })

test('two receipts of one person share nothing in what they commit to, and neither says it in the clear', async () => {
  const [first, second] = await Promise.all([issue(), issue()])
  const read = ({ file }: typeof first) => JSON.parse(file.content) as ReceiptFile
  const commitments = [first, second].flatMap((one) =>
    Object.values((JSON.parse(read(one).body) as { c: Record<string, string> }).c),
  )
  expect(commitments).toHaveLength(6)
  expect(new Set(commitments).size).toBe(6)
  for (const one of [first, second]) expect(read(one).body).not.toMatch(/zoë|example|someone|Everything/i)
  // The salts and values that open them are sealed where they are kept.
  const [row] = await services.db.query<{ opened: string }>('SELECT opened FROM receipts')
  expect(row?.opened).not.toMatch(/zoë|salt"|everything/i)
})

test('a receipt is genuine for its holder, fits what it opens, and its file is ASCII', async () => {
  const { file, reference, code } = await issue()
  const checked = checkReceipt(file.content, await publicKeys(services.db))
  expect(checked).toMatchObject({ verdict: 'genuine', code, statement: { ref: reference } })
  expect(checked.opened).toEqual(['requester', 'subject', 'detail'].map((label) => ({ label, fits: true })))
  expect(file.content).toMatch(/^[\n\x20-\x7e]+$/)
  expect(await findReceipt(services.db, reference)).toMatchObject({ verdict: 'genuine', erased: false })
})

test('[P36] a receipt signed under an APP_SECRET that left the list still verifies, everywhere', async () => {
  const [old, next] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
  const before = await startApp({ env: { APP_SECRET: old } })
  const { erased } = await receiptsByMail(before)
  const keysOf = async (app: typeof before) =>
    ((await app.visitor().get('/.well-known/otrack-receipts.json')).json() as { keys: { kid: string }[] })
      .keys
  expect(await keysOf(before)).toHaveLength(1)
  await before.stop()

  // Both for a while, so that what is sealed is sealed anew; then the new one alone.
  const both = await startApp({ beside: before, env: { APP_SECRET: `${next},${old}` } })
  await both.stop()
  const after = await startApp({ beside: before, env: { APP_SECRET: next } })
  const keys = await keysOf(after)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toEqual({
    kid: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    publicKey: expect.stringMatching(/^[\w-]{43}$/) as string,
    firstUsed: expect.stringMatching(/Z$/) as string,
    revokedAt: null,
    reason: null,
  })
  const visitor = after.visitor()
  expect((await visitor.get(`/receipts/${erased.reference}`)).words).toContain('Genuine')
  await visitor.get('/receipts')
  expect((await visitor.submit({ receipt: erased.text })).words).toContain('Genuine')
  expect((await visitor.get('/receipts/check.html')).text).toContain(keys[0]!.kid)

  // The key withdrawn as of before: what it signed proves nothing any more.
  await after.rows("UPDATE signing_keys SET revoked_at = 1, reason = 'lost' WHERE kid = ?", [keys[0]!.kid])
  await visitor.get('/receipts')
  expect((await visitor.submit({ receipt: erased.text })).words).toContain('Key revoked')
  expect((await keysOf(after))[0]).toMatchObject({ revokedAt: '1970-01-01T00:00:00.001Z', reason: 'lost' })
  await after.stop()
}, 90_000)
