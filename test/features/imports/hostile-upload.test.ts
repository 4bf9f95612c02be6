import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, uploadAt } from './an-upload'
import { END, fallSilent, part, postParts } from './raw-upload'
import { file, headings, pupil } from './roll-files'
import { serverMemory } from './server-memory'

const MIB = 1024 * 1024
/** What the process may keep for itself afterwards, beside what it had: code that was compiled, buffers it will use again. */
const MORE_MIB = 96
/** The server waits 20 s for the next byte. */
const HANG_UP_MS = 45_000

let app: App
let head: Visitor
let silence: Promise<string>
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
  await head.get('/portal/pupils/import')
  silence = fallSilent(app, head, HANG_UP_MS)
  silence.catch(() => undefined)
  // The first one of all compiles what the others use.
  await (await preview(head, content)).press('discard')
})
afterAll(() => app.stop())

const content = file(headings, pupil(1, 'Fine'))
const uploads = async () => (await app.rows('SELECT COUNT(*) AS n FROM imports'))[0]?.['n']
const spooled = () => readdirSync(join(app.dataDir, 'spool'))

/** A quotation mark, and then so many bytes without the one that closes it. */
function* oneCell(bytes: number): Generator<string | Uint8Array> {
  yield `${part('file', 'cell.csv')}${file(headings)}"`
  const piece = Buffer.alloc(MIB, 'x')
  for (let sent = 0; sent < bytes; sent += MIB) yield piece
  yield END
}

const memoryComesBackTo = (before: number) =>
  expect.poll(() => serverMemory(app), { timeout: 15_000, interval: 250 }).toBeLessThan(before + MORE_MIB)

describe('one quoted cell', () => {
  test('of 100 MB is answered 413 while it is sent; nothing is kept, and memory is as it was', async () => {
    const [memory, before] = [serverMemory(app), await uploads()]
    const answer = await postParts(app, head, oneCell(100 * MIB))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('50 MB')
    expect(await uploads()).toBe(before)
    await expect.poll(spooled).toHaveLength(1)
    await memoryComesBackTo(memory)
  })

  test('of 100 MB that says so is answered 413 too', async () => {
    const answer = await postParts(app, head, oneCell(100 * MIB), { length: 101 * MIB })
    expect(answer.status).toBe(413)
  })

  test('of just under 50 MB is taken, and fails with the line where it begins; memory is as it was', async () => {
    const memory = serverMemory(app)
    const answer = await postParts(app, head, oneCell(49 * MIB))
    expect(answer.status).toBe(303)
    const one = uploadAt(head, answer.location ?? '')
    expect(await one.settled()).toMatchObject({
      state: 'failed',
      error: { rule: 'RECORD_TOO_LONG', message: expect.stringContaining('line 2') as string },
    })
    await memoryComesBackTo(memory)
  })
})

describe('a form', () => {
  test('without a file is shown again with what was ticked, and says to choose one', async () => {
    await head.get('/portal/pupils/import')
    const answer = await head.submit({ consent_confirmed: 'on' }, { follow: false })
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual(['Choose the file to upload.'])
    expect(answer.one('[role="alert"] a').getAttribute('href')).toBe('#file')
    expect(answer.one('[name="consent_confirmed"]').hasAttribute('checked')).toBe(true)
  })

  test.each<[string, () => string[], number[], RegExp]>([
    ['with a file that has no name', () => [part('file', ''), content, END], [422], /Choose the file/],
    ['with text where the file should be', () => [part('file'), content, END], [422], /Choose the file/],
    [
      'with two files',
      () => [part('file', 'a.csv'), content, '\r\n', part('file', 'b.csv'), content, END],
      [400, 422],
      /one file at a time/,
    ],
    [
      'with a file in another field',
      () => [part('photo', 'a.csv'), content, END],
      [400, 422],
      /one file at a time|Choose the file/,
    ],
    ['that breaks off', () => [part('file', 'a.csv'), content], [400, 422], /broke off/],
    [
      'with a thousand fields',
      () => [...Array.from({ length: 1000 }, (_, at) => `${part(`f${at}`)}x\r\n`), END],
      [413, 422],
      /more than it should/,
    ],
  ])('%s is refused, and nothing is kept', async (_what, body, statuses, says) => {
    const [before, files] = [await uploads(), spooled().length]
    const answer = await postParts(app, head, body())
    expect(statuses).toContain(answer.status)
    expect(answer.text).toMatch(says)
    expect(await uploads()).toBe(before)
    expect(spooled()).toHaveLength(files)
  })

  test('that is no upload is refused', async () => {
    await head.get('/portal/pupils/import')
    const answer = await head.post('/portal/pupils/import', { file: content })
    expect(answer.status).toBe(415)
    expect(answer.errors.join()).toContain('Choose the file on this page')
  })

  test('from elsewhere is refused', async () => {
    const body = new FormData()
    body.append('file', new Blob([content]), 'roll.csv')
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const answer = await fetch(new URL('/portal/pupils/import', app.url), {
        method: 'POST',
        body,
        headers: { cookie: head.cookies.header() ?? '', ...(origin && { origin }) },
      })
      expect(answer.status).toBe(403)
    }
  })
})

test('a person who goes away in the middle leaves nothing behind', async () => {
  const [before, files] = [await uploads(), spooled().length]
  const leaving = new AbortController()
  const body = new ReadableStream({
    async pull(controller) {
      controller.enqueue(Buffer.from(`${part('file', 'a.csv')}${content}`))
      await sleep(200)
      leaving.abort()
    },
  })
  const sent = fetch(new URL('/portal/pupils/import', app.url), {
    method: 'POST',
    body,
    duplex: 'half',
    signal: leaving.signal,
    headers: {
      'content-type': 'multipart/form-data; boundary=otrack-test',
      cookie: head.cookies.header() ?? '',
      origin: app.url,
    },
  } as RequestInit)
  await expect(sent).rejects.toThrow()
  await expect.poll(() => spooled().length, { timeout: 5000 }).toBe(files)
  expect(await uploads()).toBe(before)
  expect((await head.get('/healthz')).status).toBe(200)
})

test('a body that never ends is cut off, and keeps nothing', { timeout: HANG_UP_MS + 15_000 }, async () => {
  const said = await silence
  // Either it is told, or the line is closed without a word.
  if (said !== '') expect(said).toMatch(/^HTTP\/1\.1 408 /)
  expect(await app.rows('SELECT id FROM imports WHERE file_name = ?', ['never.csv'])).toEqual([])
  const named = (await app.rows('SELECT spool FROM imports WHERE spool IS NOT NULL')).length
  await expect.poll(() => spooled().length, { timeout: 5000 }).toBe(named)
  expect((await preview(head, content)).address).toMatch(/^\/portal/)
})
