import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiveFile, type Received, type UploadLimits } from '../../../app/server/uploads.server'
import { html, ORIGIN, smallServer } from './small-server'

const limits: UploadLimits = { field: 'file', fileBytes: 100_000, idleMs: 300 }
let spool: string
beforeEach(() => (spool = mkdtempSync(join(tmpdir(), 'otrack-spool-'))))
afterEach(() => rmSync(spool, { recursive: true }))

const receive = (body: BodyInit, headers: Record<string, string> = {}) =>
  receiveFile(new Request(ORIGIN, { method: 'POST', body, headers, duplex: 'half' }), limits, spool)

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const left = () => readdirSync(spool)

test('the file stands in the spool folder, readable by the server alone, and the fields beside it', async () => {
  const body = form({
    school: 's1',
    file: new File(['upn,last_name\n', 'x'.repeat(50_000)], 'C:\\roll\\Class 6.csv'),
    confirmed: 'on',
  })
  const received = await receive(body)
  if (!received.ok) throw new Error(received.why)
  expect(received).toMatchObject({
    fields: { school: 's1', confirmed: 'on' },
    file: { name: 'Class 6.csv', size: 50_014 },
  })
  expect(received.file.firstBytes.length).toBe(8192)
  expect(readFileSync(received.file.path, 'utf8').slice(0, 14)).toBe('upn,last_name\n')
  expect((statSync(received.file.path).mode & 0o777).toString(8)).toBe('600')
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['roll\u202evsc.exe', 'rollvsc.exe'],
  ['\tab.csv', 'ab.csv'],
  [`a${'😀'.repeat(300)}`, `a${'😀'.repeat(199)}`],
])('a file named %j is shown as one line that reads forwards', async (named, shown) => {
  const body = [
    '--zz\r\nContent-Disposition: form-data; name="file"; filename="',
    named,
    '"\r\n\r\nx\r\n--zz--\r\n',
  ]
  const received = await receive(body.join(''), { 'content-type': 'multipart/form-data; boundary=zz' })
  expect(received).toMatchObject({ ok: true, file: { name: shown } })
})

describe('refused, with no file left', () => {
  const file = (bytes: number, name = 'a.csv') => new File(['x'.repeat(bytes)], name)

  test.each<[string, () => BodyInit, number, string]>([
    ['a file over the limit', () => form({ file: file(100_001) }), 413, 'too-large'],
    ['a second file', () => withTwo(), 400, 'second-file'],
    ['a file in another field', () => form({ other: file(10) }), 400, 'second-file'],
    ['no file', () => form({ school: 's1' }), 400, 'no-file'],
    ['a file field left empty', () => form({ file: file(0, '') }), 400, 'no-file'],
    [
      'a field that is too long',
      () => form({ school: 'x'.repeat(20_000), file: file(10) }),
      413,
      'too-large',
    ],
    [
      'too many fields',
      () =>
        form({
          ...Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`f${at}`, ''])),
          file: file(10),
        }),
      413,
      'too-many-fields',
    ],
    ['another type', () => 'a=1', 415, 'not-multipart'],
  ])('%s', async (_, body, status, why) => {
    expect(await receive(body())).toMatchObject({ ok: false, status, why })
    expect(left()).toEqual([])
  })

  function withTwo(): FormData {
    const body = form({ file: file(10) })
    body.append('file', file(10, 'b.csv'))
    return body
  }

  const multipart = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const begun = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nsome rows'

  test('a form that breaks off', async () => {
    expect(await receive(begun, multipart)).toMatchObject({ ok: false, status: 400, why: 'damaged' })
    expect(left()).toEqual([])
  })

  test('a form that stops coming', async () => {
    const body = new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode(begun)) })
    expect(await receive(body, multipart)).toMatchObject({ ok: false, status: 408, why: 'too-slow' })
    expect(left()).toEqual([])
  })

  test('a form whose sender goes away', async () => {
    const body = new ReadableStream({
      start: (to) => {
        to.enqueue(new TextEncoder().encode(begun))
        setTimeout(() => to.error(new Error('aborted')), 50)
      },
    })
    expect(await receive(body, multipart)).toMatchObject({ ok: false, why: 'damaged' })
    expect(left()).toEqual([])
  })
})

test('a full or missing disk is a fault of ours, not of the sender', async () => {
  await expect(
    receiveFile(
      new Request(ORIGIN, { method: 'POST', body: form({ file: new File(['x'], 'a.csv') }) }),
      limits,
      '/dev/null/spool',
    ),
  ).rejects.toThrow()
})

test('through the server: 50 MB pass with constant memory, and what is over the body’s limit is 413 with no file left', async () => {
  const results: Received[] = []
  const server = await smallServer(
    async (request) => {
      const received = await receiveFile(request, { field: 'file', fileBytes: 60_000_000 }, spool)
      results.push(received)
      return html(String(received.ok), {})
    },
    { bodyLimits: [{ path: /^\/upload$/, bytes: 55_000_000, streamed: true }] },
  )
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 20)
  const send = (bytes: number) =>
    server.post('/upload', streamed(bytes), { 'Content-Type': 'multipart/form-data; boundary=b' })
  expect(await (await send(50_000_000)).text()).toBe('true')
  clearInterval(watch)
  expect(results[0]).toMatchObject({ ok: true, file: { size: 50_000_000 } })
  expect(most).toBeLessThan(120_000_000)
  rmSync(join(spool, left()[0]!))
  expect((await send(58_000_000)).status).toBe(413)
  expect(left()).toEqual([])
  await server.close()
})

/** A multipart body with a file of so many bytes, made as it is sent. */
function streamed(bytes: number): ReadableStream<Uint8Array> {
  const text = (words: string) => new TextEncoder().encode(words)
  const block = new Uint8Array(50_000).fill(120)
  let left = bytes / block.length
  return new ReadableStream({
    start: (to) =>
      to.enqueue(text('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n')),
    pull: (to) => {
      if (left-- > 0) return to.enqueue(block)
      to.enqueue(text('\r\n--b--\r\n'))
      to.close()
    },
  })
}
