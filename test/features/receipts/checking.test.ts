import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { temporaryFolder } from '../../support/machine/guard'
import type { Page } from '../../support/visit/page'
import { receiptsByMail, type HeldReceipt } from './a-receipt'

let app: App
let received: HeldReceipt
let erased: HeldReceipt
let folder: string
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  ;({ received, erased } = await receiptsByMail(app))
  folder = temporaryFolder()
})
afterAll(() => app.stop())

const said = (page: Page, term: string) =>
  page
    .all('dt')
    .find((one) => one.textContent === term)
    ?.parentNode?.querySelector('dd')
    ?.textContent.replace(/\s+/g, ' ')
const verdictOf = (page: Page) => page.one('[data-receipt-verdict]').getAttribute('data-receipt-verdict')
const paste = async (receipt: string) => {
  const visitor = app.visitor()
  await visitor.get('/receipts')
  return await visitor.submit({ receipt })
}

describe('the page of a reference', () => {
  test('says that it is genuine, when it was issued, of what kind, and whose data it is', async () => {
    const page = await app.visitor().get(`/receipts/${erased.reference}`)
    expect([page.status, page.name, verdictOf(page)]).toEqual([200, 'receipt', 'genuine'])
    expect(said(page, 'It proves that')).toBe('personal data was erased')
    expect(said(page, 'Of kind')).toBe('erasure')
    expect(said(page, 'Issued on')).toBe('15 June 2026 at 10:00am, London time')
    expect(said(page, 'Whose data it is')).toContain('holds it as processor, on your school’s instructions')
    expect(said(page, 'Check code')).toMatch(/^[\w-]{8}$/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.one('meta[name=robots]').getAttribute('content')).toBe('noindex')
  })

  test('says nothing that the receipt only commits to', async () => {
    const { opened } = JSON.parse(erased.text) as { opened: Record<string, { value: string }> }
    const page = await app.visitor().get(`/receipts/${erased.reference}`)
    expect(page.text).not.toContain(opened['request']!.value)
    expect(page.words).not.toMatch(/Demo Primary/)
  })

  test('is found however it was typed, and from the form', async () => {
    const spaced = erased.reference.toLowerCase().replace(/(.{4})/g, '$1 ')
    const visitor = app.visitor()
    await visitor.get('/receipts')
    const page = await visitor.submit({ reference: spaced })
    expect([page.status, page.name, page.heading]).toEqual([200, 'receipt', `Receipt ${erased.reference}`])
    const read = erased.reference.replaceAll('0', 'o').replaceAll('1', 'l')
    expect((await app.visitor().get(`/receipts/${read}`)).heading).toBe(page.heading)
  })

  test('answers alike for a reference that is unknown and one that is none', async () => {
    const pages = await Promise.all(
      ['0000000000000000', 'x', '7K3M-9QXD', encodeURIComponent("' OR 1=1 --")].map((one) =>
        app.visitor().get(`/receipts/${one}`),
      ),
    )
    const bare = ({ status, words }: Page) => [status, words]
    expect(pages.map(({ name }) => name)).toEqual(Array(4).fill('receipt-unknown'))
    for (const page of pages) expect(bare(page)).toEqual([404, pages[0]!.words])
    expect(pages[0]!.all('main form')).toHaveLength(2)
  })

  test('tells whether it stands in the log', async () => {
    const page = () => app.visitor().get(`/receipts/${received.reference}`)
    if (!said(await page(), 'In the log')?.includes('seal'))
      expect(said(await page(), 'In the log')).toContain('Not yet entered in the log')
    const waiting = await app.rows('SELECT ref FROM audit_leaves WHERE ref = ?', [received.reference])
    if (waiting.length === 0)
      await app.rows(
        "INSERT INTO audit_leaves (seal, place, kind, ref, hash) VALUES (7000, 0, 'receipt', ?, 'x')",
        [received.reference],
      )
    expect(said(await page(), 'In the log')).toMatch(/^Entered in the log as seal \d+\.$/)
  })

  test('[P36] stays genuine once what it was about is erased, and says so', async () => {
    await app.rows('UPDATE receipts SET opened = NULL WHERE reference = ?', [received.reference])
    const page = await app.visitor().get(`/receipts/${received.reference}`)
    expect(verdictOf(page)).toBe('genuine')
    expect(said(page, 'What it was about')).toContain('has been erased')
  })

  test('says so when what we hold was tampered with', async () => {
    const { erased: other } = await receiptsByMail(app)
    await app.rows("UPDATE receipts SET body = REPLACE(body, 'erasure', 'consent') WHERE reference = ?", [
      other.reference,
    ])
    const page = await app.visitor().get(`/receipts/${other.reference}`)
    expect([page.status, verdictOf(page)]).toEqual([200, 'altered'])
    expect(page.words).toContain('no longer matches its signature')
    expect(said(page, 'Issued on')).toBeUndefined()

    // Another's body and signature, put in its place, is another's receipt.
    const [row] = await app.rows('SELECT body, signature FROM receipts WHERE reference = ?', [
      erased.reference,
    ])
    await app.rows('UPDATE receipts SET body = ?, signature = ? WHERE reference = ?', [
      row!['body'],
      row!['signature'],
      other.reference,
    ])
    expect(verdictOf(await app.visitor().get(`/receipts/${other.reference}`))).toBe('altered')
  })
})

describe('a pasted receipt', () => {
  test('is genuine as it was mailed, and nothing that it opens is shown', async () => {
    const page = await paste(erased.text)
    expect([page.status, page.name, verdictOf(page)]).toEqual([200, 'receipts', 'genuine'])
    expect(said(page, 'Reference')).toBe(erased.reference)
    const code = said(await app.visitor().get(`/receipts/${erased.reference}`), 'Check code')
    expect(said(page, 'Check code')).toBe(code)
    expect(page.text).not.toMatch(/RR-/)
    expect(page.one('[role=status]').textContent).toContain('Genuine')
  })

  test.each([
    ['its body', (text: string) => text.replace('rights.erased', 'rights.refused')],
    ['what it opens', (text: string) => text.replace(/"value": "RR-(.)/, '"value": "RR-#')],
    [
      'its signature',
      (text: string) =>
        text.replace(
          /("signature": ".)(.)/,
          (_all, head: string, letter: string) => head + (letter === 'A' ? 'B' : 'A'),
        ),
    ],
  ])('is altered when %s is', async (_what, change) => {
    expect(change(erased.text)).not.toBe(erased.text)
    const page = await paste(change(erased.text))
    expect(verdictOf(page)).toBe('altered')
    expect(page.all('dt')).toEqual([])
  })

  test('is unknown when the key is not ours, and no receipt when it is other text', async () => {
    const { kid } = JSON.parse((JSON.parse(erased.text) as { body: string }).body) as { kid: string }
    expect(verdictOf(await paste(erased.text.replace(kid, 'f'.repeat(16))))).toBe('unknown-key')
    expect(verdictOf(await paste('<script>alert(1)</script>'))).toBe('unreadable')
  })

  test('is asked for when there is none, and leaves no trace', async () => {
    const empty = await paste('')
    expect(empty.status).toBe(422)
    expect(empty.errors).toEqual(['Paste the text of the receipt.'])
    await paste(erased.text.replace('otrackReceipt', 'Toadflax'))
    expect(app.logs().join('\n')).not.toContain('Toadflax')
  })

  test('is checked 60 times in ten minutes for one address, then 429', async () => {
    const limited = await startApp({ seed: false })
    const visitor = limited.visitor()
    for (let sent = 0; sent < 60; sent += 1) await visitor.post('/receipts', { receipt: '{}' })
    const page = await visitor.post('/receipts', { receipt: '{}' })
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
    await limited.stop()
  })
})

describe('npm run admin -- verify-receipt', () => {
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  test('exits 0 for the file as it was mailed, by the keys we hold and by the published ones', async () => {
    const path = file('receipt.json', erased.text)
    const first = await app.admin('verify-receipt', path)
    expect(first).toMatchObject({ status: 0 })
    expect(first.output).toContain(`Genuine: ${erased.reference}`)
    const published = await app.visitor().get('/.well-known/otrack-receipts.json')
    const keys = file('keys.json', published.text)
    expect(await app.admin('verify-receipt', path, '--keys', keys)).toMatchObject({ status: 0 })
  })

  test('exits 1 and names the first fault', async () => {
    const altered = await app.admin('verify-receipt', file('a.json', erased.text.replace('"RR-', '"RR+')))
    expect(altered).toMatchObject({ status: 1 })
    expect(altered.output).toContain('what it opens as "request"')
    const missing = await app.admin('verify-receipt', join(folder, 'nowhere.json'))
    expect([missing.status, missing.output]).toEqual([1, expect.stringContaining('cannot be read')])
    const strange = JSON.stringify({ keys: [{ kid: '0'.repeat(16), publicKey: 'x', revokedAt: null }] })
    const unknown = await app.admin(
      'verify-receipt',
      file('r.json', erased.text),
      '--keys',
      file('k.json', strange),
    )
    expect([unknown.status, unknown.output]).toEqual([1, expect.stringContaining('Unknown key')])
    const noKeys = await app.admin(
      'verify-receipt',
      file('r.json', erased.text),
      '--keys',
      file('k2.json', '{}'),
    )
    expect([noKeys.status, noKeys.output]).toEqual([1, expect.stringContaining('no file of keys')])
  })
})
