import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { root } from '../../app/bin/install.mjs'

/** The Chromium of this machine, or null. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  return ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

/** Why there can be no browser tests on this machine, in words for people; null if there can. */
export function whyNoChromium(): string | null {
  const found = findChromium()
  if (found === null)
    return 'Chromium is not installed (CHROMIUM_PATH unset, no /usr/bin/chromium, none of Playwright’s own)'
  return existsSync(found) ? null : `CHROMIUM_PATH names ${found}, which does not exist`
}

export interface PageOptions {
  javaScript?: boolean
  /** In CSS pixels. */
  width?: number
  height?: number
  colourScheme?: 'light' | 'dark'
}

export interface TestBrowser {
  /** A page of a fresh profile whose relative addresses are the product's. */
  page(options?: PageOptions): Promise<Page>
  close(): Promise<void>
  browser: Browser
}

/** Starts a headless Chromium for the product at `baseURL`. */
export async function startBrowser(baseURL: string): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(whyNoChromium() ?? '')
  const args = ['--no-sandbox', '--headless=new', '--disable-quic', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, args })
  return {
    browser,
    async page({ javaScript = true, width = 1280, height = 900, colourScheme = 'light' } = {}) {
      const context = await browser.newContext({
        baseURL,
        javaScriptEnabled: javaScript,
        viewport: { width, height },
        colorScheme: colourScheme,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      })
      context.setDefaultTimeout(20_000)
      return context.newPage()
    },
    close: () => browser.close(),
  }
}

/** With OTRACK_SHOTS set: keeps a picture of the whole page in var/shots, for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.OTRACK_SHOTS) return
  const folder = join(root, 'var/shots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
