import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiptsByMail } from '../features/receipts/a-receipt'
import { startApp, type App } from '../support/app'
import { startBrowser, type TestBrowser } from '../support/browser'

let app: App
let browser: TestBrowser
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  browser = await startBrowser(app.url)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test('[P36] the page that checks offline runs its script, asks the network for nothing, and tells good from bad', async () => {
  const { erased } = await receiptsByMail(app)
  const page = await browser.page()
  const asked: string[] = []
  const said: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  await page.goto('/receipts/check.html')
  await page.context().setOffline(true)

  const verdictOf = async (text: string) => {
    const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await page.evaluate(() => document.getElementById('outcome')?.replaceChildren())
    await page.setInputFiles('#file', file)
    await page.waitForSelector('#outcome h2')
    return await page.getAttribute('#outcome', 'data-verdict')
  }
  expect(await verdictOf(erased.text)).toBe('genuine')
  expect(await page.innerText('#outcome')).toContain(erased.reference)
  expect(await verdictOf(erased.text.replace('rights.erased', 'rights.erasee'))).toBe('altered')
  const { body } = JSON.parse(erased.text) as { body: string }
  const { kid } = JSON.parse(body) as { kid: string }
  expect(await verdictOf(erased.text.replace(kid, 'f'.repeat(16)))).toBe('unknown-key')

  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`${app.url}/receipts/check.html`])
  expect(said).toEqual([])
})

test('without script it says so, and where a receipt can be checked instead', async () => {
  const page = await browser.page({ javaScript: false })
  await page.goto('/receipts/check.html')
  expect(await page.innerText('main')).toContain('This page needs script to check')
  expect(await page.isVisible('form')).toBe(false)
})
