import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import type { Page } from '../../support/visit/page'
import { controlsWithoutLabel, faultsOfHeaders, faultsOfMarkup, faultsOfScripts } from './check-page'
import { formsInError, lookAround, productPages, type ProductPage } from './product-pages'

let app: App
let around: Awaited<ReturnType<typeof lookAround>>
const seen = new Map<ProductPage, Page>()

beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  around = await lookAround(app)
  for (const one of productPages) seen.set(one, await around.open(one))
})
afterAll(() => app.stop())

function expectSound(page: Page) {
  expect(page.html.querySelector('html')?.getAttribute('lang')).toBe('en-GB')
  expect(page.all('main')).toHaveLength(1)
  expect(page.all('h1')).toHaveLength(1)
  expect(page.heading).not.toBe('')
  expect(page.all('[style], style')).toEqual([])
  expect(controlsWithoutLabel(page)).toEqual([])
  expect(faultsOfMarkup(page)).toEqual([])
  expect(faultsOfHeaders(page)).toEqual([])
  expect(faultsOfScripts(page)).toEqual([])
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
}

describe.each(productPages)('$path', (one) => {
  test('is there, is sound, and is let do no more than it needs', () => {
    const page = seen.get(one)!
    expect([page.status, page.name]).toEqual([200, one.name])
    expectSound(page)
  })
})

test('no two pages have one title, and every title ends with the product’s name', () => {
  const titles = new Map(
    [...seen].map(([{ name }, page]) => [name, page.html.querySelector('title')?.textContent ?? '']),
  )
  const all = [...titles.values()]
  expect(all.filter((title, place) => all.indexOf(title) !== place)).toEqual([])
  expect(all.filter((title) => !/^.{4,} – OTrack$/.test(title))).toEqual([])
})

describe.each(formsInError)('$path with nothing filled in', (one) => {
  test('comes back with its errors, each leading to its field, beside which it stands again', async () => {
    const looker = around.visitors[one.as]
    const page = await looker.submit(emptied(await around.open(one)))
    expect([page.status, page.name]).toEqual([422, one.name])
    expectSound(page)
    expect(page.html.querySelector('title')?.textContent).toMatch(/^Error: /)
    const links = page.all('[role="alert"] a')
    expect(links.length).toBeGreaterThan(0)
    for (const link of links)
      expect(wordsBeside(page, link.getAttribute('href') ?? '')).toContain(link.textContent)
  })
})

/** What a screen reader says of the field at `#id` beside its label. */
function wordsBeside(page: Page, href: string): string {
  const field = page.html.querySelector(href)
  const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => page.html.getElementById(id)?.textContent ?? '').join(' ')
}

/** What stands in the form's fields taken out again; a day, which may be left out, becomes none. */
function emptied(page: Page): Record<string, string> {
  const [form] = page.all('main form[method=post]')
  const names = form
    ?.querySelectorAll('input[type=text], input[type=email]')
    .map((field) => field.getAttribute('name') ?? '')
  return Object.fromEntries((names ?? []).map((name) => [name, name.endsWith('_on') ? '31/02/2026' : '']))
}

test.each(['/nowhere', '/portal/pupils/nobody', '/privacy/of/nobody'])(
  '%s is a sound page of status 404',
  async (path) => {
    const page = await around.visitors.head.get(path)
    expect([page.status, page.name]).toEqual([404, 'error-404'])
    expectSound(page)
  },
)

test('who looks round and fills in forms without signing in is given no cookie', async () => {
  const visitor = app.visitor()
  for (const one of productPages.filter(({ as }) => as === 'visitor')) await visitor.get(one.path)
  for (const one of formsInError.filter(({ as }) => as === 'visitor')) {
    await visitor.get(one.path)
    await visitor.submit()
  }
  expect(visitor.cookies.names()).toEqual([])
})

test('who is not signed in is sent to sign in, and told nothing', async () => {
  const closed = productPages.filter(({ as }) => as !== 'visitor')
  for (const one of closed) {
    const answer = await app.visitor().get(around.pathOf(one), { follow: false })
    expect([one.path, answer.status]).toEqual([one.path, 303])
    expect(answer.location).toBe(`/sign-in?to=${encodeURIComponent(around.pathOf(one))}`)
    expect(answer.text).toBe('')
  }
})
