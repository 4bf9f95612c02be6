import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../app/bin/install.mjs'
import { startApp, type App } from '../support/app'
import { shoot, startBrowser, type TestBrowser } from '../support/browser'

// A SIMS export with every common fault in it, as of June 2026. What must come of each row stands beside it.
const roll = join(root, 'test/fixtures/sample-sims.csv')
const { counts_strict: expected } = JSON.parse(
  readFileSync(join(root, 'test/fixtures/sample-sims.expectations.json'), 'utf8'),
) as { counts_strict: Record<'accept' | 'accept_with_warning' | 'reject' | 'ignore', number> }

let app: App
let browser: TestBrowser
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z', seed: false })
  browser = await startBrowser(app.url)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const schools = [
  {
    javaScript: true,
    how: 'on',
    school: 'Hill Street Primary School',
    dfeNumber: '371 2998',
    email: 'head@hillstreet.example',
  },
  {
    javaScript: false,
    how: 'off',
    school: 'St Oswald’s C of E Primary School',
    dfeNumber: '371 3312',
    email: 'head@oswald.example',
  },
]

describe.each(schools)('with JavaScript $how', ({ javaScript, how, school, dfeNumber, email }) => {
  test('a school signs up, uploads its roll, and finds, mends and deletes a pupil', async () => {
    const page = await browser.page({ javaScript })
    await signUp(page, { school, dfeNumber, email })
    expect(await words(page)).toContain('No pupils yet')

    await page.goto('/portal/pupils/import')
    await page.getByLabel('The file').setInputFiles(roll)
    await page.getByRole('button', { name: 'Upload and check' }).click()
    await standing(page, 'preview')
    await shoot(page, `upload-preview-javascript-${how}`)
    const counts = await countsOf(page)
    const added = expected.accept + expected.accept_with_warning
    expect(counts).toMatchObject({
      added,
      refused: expected.reject,
      ignored: expected.ignore,
      changed: 0,
      unchanged: 0,
    })
    expect(counts.held_back).toBeGreaterThan(0)
    expect(await words(page)).toContain(`${counts.held_back} values are held back`)
    // Nothing is written before the head says so.
    expect(await pupilsOf(school)).toBe(0)

    await page.getByRole('button', { name: `Save ${added} pupils` }).click()
    await standing(page, 'committed')
    expect(await pupilsOf(school)).toBe(added)
    const told = await app.mailbox.wait(email, { subject: /upload|saved|roll/i })
    expect(new URL(told.link('/portal/pupils/imports/')).pathname).toBe(new URL(page.url()).pathname)

    await page.getByRole('link', { name: 'See the pupils' }).click()
    await page.getByLabel(/name/i).first().fill('nunez garcia jose')
    await page.getByRole('button', { name: /find|search|show/i }).click()
    await expect.poll(() => page.locator('[data-pupil-id]').count()).toBe(1)
    await page.getByRole('link', { name: 'Núñez García, José' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('José Núñez García')
    expect(await words(page)).toContain('29 February 2016')

    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('Class group').fill('5 Oak')
    await page.getByRole('button', { name: /save/i }).click()
    await page.getByText('The changes were saved').waitFor()
    expect(await words(page)).toContain('5 Oak')

    await page.getByText('Delete this pupil').first().click()
    await page.getByRole('button', { name: 'Delete this pupil' }).click()
    await page
      .getByRole('alert')
      .getByText(/Tick the box/)
      .waitFor()
    await page.getByLabel(/^Yes, delete/).check()
    await page.getByRole('button', { name: 'Delete this pupil' }).click()
    await page.getByText('The pupil was deleted').waitFor()
    expect(await pupilsOf(school)).toBe(added - 1)
    await page.context().close()
  })
})

async function signUp(
  page: Page,
  { school, dfeNumber, email }: Record<'school' | 'dfeNumber' | 'email', string>,
) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Create your school’s account' }).first().click()
  await page.getByRole('heading', { name: 'Create your school’s account' }).waitFor()
  await page.getByLabel('Name of the school').fill(school)
  await page.getByLabel('DfE number').fill(dfeNumber)
  await page.getByLabel('First name').fill('Ngozi')
  await page.getByLabel('Last name').fill('Okafor')
  await page.getByLabel('Your job at the school').fill('Headteacher')
  await page.getByLabel('Email address at the school').fill(email)
  await page.getByLabel('Password').fill('kettle marble otter')
  await page.getByLabel(/I accept the terms/).check()
  await page.locator('main').getByRole('button').click()
  await page.waitForURL('**/sign-up/check-email')
  const mail = await app.mailbox.wait(email)
  await page.goto(mail.link('/verify-email/'))
  expect(await words(page)).toContain(school)
  await page.locator('main').getByRole('button').click()
  await page.waitForURL('**/portal')
}

const words = (page: Page) => page.locator('main').innerText()

/** Waits until the upload's page says of itself that it stands so. */
const standing = (page: Page, state: string) => page.locator(`main[data-import-state="${state}"]`).waitFor()

async function countsOf(page: Page): Promise<Record<string, number>> {
  const answer = await page.request.get(`${new URL(page.url()).pathname}.json`)
  return ((await answer.json()) as { counts: Record<string, number> }).counts
}

async function pupilsOf(school: string): Promise<number> {
  const [row] = await app.rows(
    'SELECT COUNT(*) AS n FROM pupils JOIN schools ON schools.id = pupils.school_id WHERE schools.name = ?',
    [school],
  )
  return Number(row?.['n'])
}
