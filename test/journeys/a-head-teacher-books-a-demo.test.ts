import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app'
import { startBrowser, type TestBrowser } from '../support/browser'
import { afterReadingMs, cast } from '../support/cast'

let app: App
let browser: TestBrowser
beforeAll(async () => {
  app = await startApp()
  browser = await startBrowser(app.url)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test.each([
  ['with script', true, 1280],
  ['without script, on a telephone', false, 375],
])('[P10] A head teacher books a demo, %s', async (_how, javaScript, width) => {
  const email = `head-${javaScript ? 'with' : 'without'}@hillstreet.example`
  const page = await browser.page({ javaScript, width })
  await page.goto('/')
  await page.getByRole('link', { name: 'Book a demo' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Book a demo' }).waitFor()

  // By keyboard alone, in the order of the page.
  await page.getByLabel('First name').focus()
  for (const typed of ['Ngozi', 'Okafor', 'head at hillstreet', '01302 360246']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await page.getByLabel('Local authority').selectOption({ label: 'Doncaster' })
  await sleep(afterReadingMs)
  await page.getByLabel('What would you like to see?').focus()
  // Past the link to the privacy notice, to the button.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  await summary.getByRole('link', { name: 'Enter an email address in the form name@school.sch.uk.' }).click()
  const field = page.getByLabel('Email address')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Last name').inputValue()).toBe('Okafor')
  expect(await page.getByLabel('Local authority').inputValue()).toBe('371')
  await field.fill(email)
  await sleep(afterReadingMs)
  await page.getByRole('button', { name: 'Ask for a demo' }).click()

  // The place in the page stays in the address: the browser carries it over to where it is sent.
  await page.waitForURL(/\/demo\/thanks/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you, we have your request')
  expect(await page.context().cookies()).toEqual([])
  const mail = await app.mailbox.wait(email)
  expect(mail.text).toContain('Hello Ngozi,')

  const sales = await app.signIn(cast.sales)
  expect((await sales.get('/staff/leads')).words).toContain(email)
})
