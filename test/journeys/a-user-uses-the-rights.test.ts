import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upn } from '../features/promises/an-upload'
import { unzip } from '../features/rights/a-copy'
import { startApp, type App } from '../support/app'
import { shoot, startBrowser, type TestBrowser } from '../support/browser'
import { cast } from '../support/cast'

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

async function signedIn(email: string, javaScript: boolean, width = 1280): Promise<Page> {
  const { cookies } = await app.signIn(email)
  const page = await browser.page({ javaScript, width })
  const brought = cookies.names().map((name) => ({ name, value: cookies.get(name) ?? '', url: app.url }))
  await page.context().addCookies(brought)
  return page
}

const standing = (page: Page, state: string) => page.locator(`main[data-import-state="${state}"]`).waitFor()
const words = (page: Page) => page.locator('main').innerText()

async function uploaded(page: Page, content: string) {
  await page.goto('/portal/pupils/import')
  const file = { name: 'roll.csv', mimeType: 'text/csv', buffer: Buffer.from(content) }
  await page.getByLabel('The file').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await standing(page, 'preview')
}

const ways = [
  { how: 'on', javaScript: true, serial: '371299821801', surname: 'Waterviolet' },
  { how: 'off', javaScript: false, serial: '371299821802', surname: 'Starwort' },
]

describe.each(ways)('with JavaScript $how', ({ how, javaScript, serial, surname }) => {
  test('[P26] a user asks for a copy of their own data, downloads it and sees each step with its receipt', async () => {
    const page = await signedIn(cast.head, javaScript, javaScript ? 1280 : 375)
    await page.goto('/portal/rights')
    await page.getByRole('link', { name: 'Ask for a copy of your data' }).click()
    await page.getByRole('button', { name: 'Ask for my copy' }).waitFor()
    await shoot(page, `own-copy-ask-javascript-${how}`)
    await page.getByRole('button', { name: 'Ask for my copy' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download your copy' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('otrack-copy-2026-06-15.zip')
    const files = await unzip(new Response(readFileSync(await download.path())))
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['index.html', 'data.json', 'schema.json']))
    expect(files['data.json']).toContain(cast.head)

    await page.reload()
    await page.getByText('The copy was downloaded').waitFor()
    await shoot(page, `own-copy-request-javascript-${how}`)
    const copy = await browser.page({ width: javaScript ? 1280 : 375 })
    await copy.setContent(files['index.html'] ?? '')
    expect(await copy.getByRole('heading', { level: 1 }).innerText()).toBe('A copy of your data')
    await shoot(copy, `own-copy-page-${how}`)
    await copy.context().close()
    await page.context().close()
  })

  test('[P24] a pupil is erased, held back at the next upload, and added again when somebody confirms', async () => {
    const page = await signedIn(cast.dataLead, javaScript)
    const roll = `UPN,Surname,Forename,DOB,Year\n${upn(serial)},${surname},Kit,18/03/2016,5\n`
    await uploaded(page, roll)
    await page.getByRole('button', { name: /^Save 1 pupil/ }).click()
    await standing(page, 'committed')

    await page.goto(`/portal/pupils?q=${surname}`)
    await page.getByRole('link', { name: `${surname}, Kit` }).click()
    await page.getByText('Delete this pupil').first().click()
    await page.getByLabel(/^Yes, delete/).check()
    await page.getByRole('button', { name: 'Delete this pupil' }).click()
    await page.getByText('The pupil was deleted').waitFor()

    await uploaded(page, roll)
    expect(await words(page)).toContain('erased on request on 15 June 2026')
    await shoot(page, `held-back-javascript-${how}`)
    await page.getByRole('button', { name: 'Add line 2 again' }).click()
    await page.getByRole('button', { name: /^Save 1 pupil/ }).click()
    await standing(page, 'committed')
    await page.goto(`/portal/pupils?q=${surname}`)
    expect(await page.locator('[data-pupil-id]').count()).toBe(1)
    await page.context().close()
  })
})
