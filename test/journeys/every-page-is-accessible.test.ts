import axe, { type RunOnly } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  formsInError,
  lookAround,
  productPages,
  type Looker,
  type ProductPage,
} from '../features/pages/product-pages'
import { startApp, type App } from '../support/app'
import { shoot, startBrowser, type TestBrowser } from '../support/browser'
import type { Visitor } from '../support/visitor'

let app: App
let browser: TestBrowser
let around: Awaited<ReturnType<typeof lookAround>>
const windows = new Map<Looker, Page>()

beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  browser = await startBrowser(app.url)
  around = await lookAround(app)
  for (const [looker, visitor] of Object.entries(around.visitors) as [Looker, Visitor][]) {
    const page = await browser.page()
    await bringCookies(page.context(), visitor)
    windows.set(looker, page)
  }
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** Signs a browser in as somebody who has already signed in. */
const bringCookies = (context: BrowserContext, { cookies }: Visitor) =>
  context.addCookies(cookies.names().map((name) => ({ name, value: cookies.get(name) ?? '', url: app.url })))

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The schemes differ in colours alone. */
const asked: Record<'light' | 'dark', RunOnly> = {
  light: { type: 'tag', values: wcag },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** What axe finds against WCAG 2.2, A and AA, each with the place where. */
async function violations(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const run = (runOnly: RunOnly) => (window as unknown as { axe: typeof axe }).axe.run({ runOnly })
  const found = await page.evaluate(run, asked[scheme])
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

/** How many pixels the page is wider than the window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function expectGood(page: Page, name: string) {
  for (const width of [1280, 375])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await shoot(page, `${name}-${width}-${colorScheme}`)
      expect(await violations(page, colorScheme), `${width} px, ${colorScheme}`).toEqual([])
    }
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `wider than ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

const windowOf = (one: ProductPage): Page => windows.get(one.as)!
const shotName = ({ path }: ProductPage) => path.replaceAll(/\W+/g, '-').replace(/^-$/, 'home')

describe.each(productPages)('$path', (one) => {
  test('is read by everybody, wide and narrow, light and dark', async () => {
    const page = windowOf(one)
    const answer = await page.goto(around.pathOf(one))
    expect(answer?.status()).toBe(200)
    await expectGood(page, shotName(one))
  })
})

describe.each(formsInError)('$path with errors', (one) => {
  test('says so to everybody, and takes the reader to the first', async () => {
    const page = windowOf(one)
    await page.goto(around.pathOf(one))
    const form = page.locator('main form[method=post]').first()
    for (const field of await form.locator('input[type=text]:not([tabindex="-1"]), input[type=email]').all())
      await field.fill('31/02/2026')
    await form.locator('button').first().click()
    const summary = page.getByRole('alert').first()
    await summary.waitFor()
    await expectGood(page, `${shotName(one)}-errors`)
    const link = summary.getByRole('link').first()
    const id = (await link.getAttribute('href'))?.slice(1) ?? ''
    await link.click()
    expect(await page.evaluate(() => document.activeElement?.id ?? '')).toBe(id)
  })
})

test('the checker sees a fault', async () => {
  const page = windows.get('visitor')!
  await page.goto('/sign-in')
  await page.evaluate(() => document.querySelector('label')?.remove())
  expect((await violations(page)).join()).toContain('label:')
})

test('whoever uses the keyboard can skip to the page’s own part, and sees where they are', async () => {
  const page = windows.get('head')!
  await page.goto('/portal/pupils')
  await page.keyboard.press('Tab')
  const first = page.locator(':focus')
  expect(await first.getAttribute('href')).toBe('#main')
  expect(await first.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})
