import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, send, upload, uploadAt, type Upload } from './an-upload'
import type { ImportReport } from './report'
import { bigRoll, file, headings, pupil } from './roll-files'
import { roll } from './the-roll'

const ROWS = 6000

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

/** Asks again and again until nothing goes on; every answer on the way. */
async function watch(one: Upload): Promise<ImportReport[]> {
  const seen: ImportReport[] = []
  for (;;) {
    const now = await one.report()
    seen.push(now)
    if (!['reading', 'checking', 'committing'].includes(now.state)) return seen
    await sleep(5)
  }
}

const during = (seen: readonly ImportReport[], state: string) =>
  seen.filter((one) => one.state === state).map(({ progress }) => progress)

function expectTrueFigures(seen: readonly ImportReport[]): void {
  for (const { state, progress } of seen) {
    expect(progress.done, `${state}: ${JSON.stringify(progress)}`).toBeLessThanOrEqual(progress.total)
    expect(Number.isInteger(progress.done) && progress.done >= 0).toBe(true)
  }
  for (const state of ['checking', 'committing']) {
    const done = during(seen, state).map((progress) => progress.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
  }
}

test('the figures of the progress are true: they grow, never pass the whole, and end at it', async () => {
  const one = await upload(head, bigRoll(ROWS))
  const seen = await watch(one)
  expectTrueFigures(seen)
  const checking = during(seen, 'checking')
  // It was met between its beginning and its end, and the whole was known before the first row was done.
  expect(checking.filter(({ done }) => done > 0 && done < ROWS).length).toBeGreaterThan(1)
  const wholes = checking.filter(({ done, total }) => done > 0 || total > 0).map(({ total }) => total)
  expect(new Set(wholes)).toEqual(new Set([ROWS]))
  expect(seen.at(-1)).toMatchObject({ state: 'preview', progress: { done: ROWS, total: ROWS } })
  expect(await roll(head)).toEqual([])

  await one.press('commit')
  const saving = await watch(one)
  expectTrueFigures(saving)
  expect(new Set(during(saving, 'committing').map(({ total }) => total))).toEqual(new Set([ROWS]))
  expect(saving.at(-1)).toMatchObject({ state: 'committed', progress: { done: ROWS, total: ROWS } })
  expect(await roll(head)).toHaveLength(ROWS)
})

test.each([
  ['line ends of an old Mac', bigRoll(2000, 20_000).replaceAll('\r\n', '\r')],
  ['a stray quotation mark', bigRoll(2000, 30_000).replace('Bell', 'Bell 5" ')],
  ['line ends inside cells', bigRoll(2000, 40_000).replaceAll('4B', '"4\r\nB"')],
  ['blank rows at its end', `${bigRoll(1000, 50_000)}${',,,,,,\r\n'.repeat(1000)}`],
])('so they are for a file with %s', async (_what, content) => {
  const one = await upload(head, content)
  const seen = await watch(one)
  expectTrueFigures(seen)
  expect(seen.at(-1)).toMatchObject({ state: 'preview' })
  await one.press('discard')
})

test('the page shows the same figures without script, and asks again by itself', async () => {
  const one = await upload(head, bigRoll(ROWS, 60_000))
  const page = await one.page()
  const state = page.one('main').getAttribute('data-import-state')
  expect(['reading', 'checking']).toContain(state)
  expect(page.one('.progress').getAttribute('data-poll')).toBe(`${one.address}.json`)
  expect(page.one('.progress').textContent).toMatch(/(Reading the file|Rows checked) [\d,]+/)
  expect(page.text).toMatch(/<noscript><meta http-equiv="refresh" content="2"/i)
  // It can be thrown away while it is read.
  expect((await one.press('discard')).status).toBe(303)
  expect(await one.report()).toMatchObject({ state: 'discarded' })
  await sleep(500)
  expect(await one.report()).toMatchObject({ state: 'discarded', counts: { rows: 0 } })
  const { id } = await one.report()
  expect(await app.rows('SELECT line FROM staged_rows WHERE import_id = ?', [id])).toEqual([])
})

test('it goes on with the browser closed, through to the message', async () => {
  const stateOf = async (id: string) => {
    const [row] = await app.rows('SELECT state FROM imports WHERE id = ?', [id])
    return row?.['state']
  }
  const closing = await app.signIn(cast.otherHead)
  const answer = await send(closing, { name: 'closed.csv', content: bigRoll(2000, 70_000) })
  const id = answer.location?.split('/').at(-1) ?? ''
  closing.cookies.clear()
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('preview')

  const later = await app.signIn(cast.otherHead)
  expect((await uploadAt(later, answer.location ?? '').press('commit')).status).toBe(303)
  await later.get('/portal')
  await later.submit({}, { form: '/sign-out' })
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('committed')
  const mail = await app.mailbox.wait(cast.otherHead, { subject: /closed\.csv/ })
  expect(mail.text).toContain('Added: 2,000 pupils')
})

test('two files are worked through side by side, each for its own school', async () => {
  const demo = await app.signIn(cast.head)
  const [mine, theirs] = await Promise.all([
    preview(head, file(headings, pupil(8001, 'Mine'))),
    preview(demo, file(headings, pupil(8001, 'Theirs'))),
  ])
  expect((await mine.report()).counts).toMatchObject({ rows: 1, added: 1 })
  expect((await theirs.report()).counts).toMatchObject({ rows: 1, added: 1 })
})
