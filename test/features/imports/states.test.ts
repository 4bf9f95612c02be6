import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast, schoolIdOf } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, save, send, upload, type Upload } from './an-upload'
import { bigRoll, file, headings, pupil, upnOf } from './roll-files'
import { entries, pupilNamed, roll, versions } from './the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

/** Presses a button that the page does not show, as a page that was left open would. */
const pressAnyway = (one: Upload, intent: string) => head.post(one.address, { intent }, { follow: false })

/** The same form sent twice: what each was answered. */
async function pressTwice(one: Upload, intent: string) {
  const shown = await one.page()
  const [button] = shown.all(`main button[value="${intent}"]`)
  const token = button?.closest('form')?.querySelector('[name="formToken"]')
  const fields = { intent, formToken: token?.getAttribute('value') ?? '', schoolId: await schoolIdOf(head) }
  const answers = await Promise.all([
    head.post(one.address, fields, { follow: false }),
    head.post(one.address, fields, { follow: false }),
  ])
  answers.push(await head.post(one.address, fields, { follow: false }))
  return answers.map((answer) => [answer.status, answer.location])
}

describe('the JSON of an upload', () => {
  test('has the names and types that other programs rely on, and no others', async () => {
    const one = await preview(head, {
      name: 'Roll of June.csv',
      content: file(headings, pupil(501, 'Shape').with(3, '31/02/2017'), pupil(502, 'Shapely')),
    })
    const page = await head.get(`${one.address}.json`)
    expect(page.headers.get('content-type')).toMatch(/^application\/json/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.json()).toEqual({
      id: one.address.split('/').at(-1),
      state: 'preview',
      error: null,
      progress: { done: 2, total: 2 },
      file: { name: 'Roll of June.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' },
      columns: headings.map((header, index) => ({ index, header, field: expect.any(String) as string })),
      counts: {
        rows: 2,
        added: 1,
        changed: 0,
        unchanged: 0,
        refused: 1,
        ignored: 0,
        warnings: 0,
        held_back: 0,
        not_in_file: expect.any(Number) as number,
      },
      problems: {
        total: 1,
        next: null,
        items: [
          {
            line: 2,
            column: 3,
            header: 'DOB',
            field: 'date_of_birth',
            value: '31/02/2017',
            severity: 'error',
            rule: expect.any(String) as string,
            message: expect.any(String) as string,
          },
        ],
      },
    })
  })

  test('gives problems in pages, in the order of the file, each once', async () => {
    const rows = Array.from({ length: 1201 }, (_, at) => ['', `Bell${at}`, 'Amira', '31/02/2017'])
    const one = await preview(head, file(['UPN', 'Surname', 'Forename', 'DOB'], ...rows))
    const { problems: first } = await one.report()
    expect(first.items.length).toBeLessThan(first.total)
    expect(first.next).toEqual(expect.any(String))
    const all = await one.problems()
    expect(all).toHaveLength(first.total)
    expect(all.map(({ line }) => line)).toEqual(all.map(({ line }) => line).sort((a, b) => a - b))
    expect(new Set(all.map(({ line, rule }) => `${line} ${rule}`)).size).toBe(all.length)
    // What is no place begins at the beginning.
    expect((await one.report('none')).problems.items[0]).toEqual(first.items[0])
  })
})

describe('a button pressed in a state in which it does nothing', () => {
  test('is answered 409 with how the upload stands, and changes nothing', async () => {
    const waiting = await preview(head, file(headings, pupil(511, 'Waiting')))
    expect((await pressAnyway(waiting, 'undo')).status).toBe(409)
    const saved = await save(head, file(headings, pupil(512, 'Saved')))
    const unread = await upload(head, '')
    expect(await unread.settled()).toMatchObject({ state: 'failed' })
    for (const intent of ['commit', 'discard', 'map']) {
      const answer = await pressAnyway(saved, intent)
      expect([intent, answer.status]).toEqual([intent, 409])
      expect(answer.errors.join()).toContain('moved on')
      expect((await pressAnyway(unread, intent)).status).toBe(409)
    }
    expect((await pressAnyway(unread, 'undo')).status).toBe(409)
    expect(await waiting.report()).toMatchObject({ state: 'preview' })
    expect(await saved.report()).toMatchObject({ state: 'committed' })
    expect((await pressAnyway(waiting, 'conjure')).status).toBe(422)
  })
})

test('while it is read, checked or saved the columns cannot be changed: what was confirmed is what is saved', async () => {
  const one = await upload(head, bigRoll(3000, 2000))
  expect((await pressAnyway(one, 'map')).status).toBe(409)
  expect(await one.settled()).toMatchObject({ state: 'preview', counts: { added: 3000 } })
  await one.press('commit')
  expect((await pressAnyway(one, 'map')).status).toBe(409)
  expect(await one.settled()).toMatchObject({ state: 'committed', error: null })
})

describe('who may', () => {
  const addresses = (one: Upload) => [one.address, `${one.address}.json`, `${one.address}/problems.csv`]

  test('another school’s upload is not there, whatever is asked or pressed', async () => {
    const one = await preview(head, file(headings, pupil(521, 'Ours').with(3, '31/02/2017')))
    const stranger = await app.signIn(cast.head)
    for (const address of addresses(one)) expect((await stranger.get(address)).status).toBe(404)
    const schoolId = await schoolIdOf(stranger)
    for (const intent of ['map', 'commit', 'discard', 'undo'])
      expect((await stranger.post(one.address, { intent, schoolId })).status).toBe(404)
    for (const id of ['0', '00000000-0000-7000-8000-000000000000'])
      expect((await head.get(`/portal/pupils/imports/${id}.json`)).status).toBe(404)
    expect(await one.report()).toMatchObject({ state: 'preview' })
  })

  test('a form made for another school is a clash, and nothing is taken', async () => {
    const schoolId = await schoolIdOf(await app.signIn(cast.head))
    const [before] = await app.rows('SELECT COUNT(*) AS n FROM imports')
    await head.get('/portal/pupils/import')
    const chosen = { name: 'roll.csv', content: file(headings, pupil(522, 'Theirs')) }
    expect((await head.upload(chosen, { fields: { schoolId }, follow: false })).status).toBe(409)
    expect(await app.rows('SELECT COUNT(*) AS n FROM imports')).toEqual([before])
  })

  test('[P21] teacher and finance may not upload, look at an upload or press anything; signed out, one is led to sign in', async () => {
    const own = await app.signIn(cast.head)
    const one = await preview(own, file(headings, pupil(523, 'Demo').with(3, '31/02/2017')))
    const content = file(headings, pupil(524, 'Refused'))
    for (const who of [cast.teacher, cast.finance]) {
      const visitor = await app.signIn(who)
      const pages = [...addresses(one), '/portal/pupils/import', '/portal/pupils/imports']
      for (const address of pages) expect((await visitor.get(address)).status).toBe(403)
      const schoolId = await schoolIdOf(visitor)
      for (const intent of ['commit', 'discard'])
        expect((await visitor.post(one.address, { intent, schoolId })).status).toBe(403)
      const body = new FormData()
      body.append('file', new Blob([content]), 'roll.csv')
      const sent = await fetch(new URL('/portal/pupils/import', app.url), {
        method: 'POST',
        body,
        headers: { cookie: visitor.cookies.header() ?? '', origin: app.url },
      })
      expect(sent.status).toBe(403)
    }
    const nobody = app.visitor()
    for (const address of addresses(one)) {
      const answer = await nobody.get(address, { follow: false })
      expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/sign-in\?to=/)])
    }
    expect(await one.report()).toMatchObject({ state: 'preview' })
    expect(await pupilNamed(own, 'Refused')).toBeUndefined()
  })
})

describe('the same form sent again', () => {
  test('an upload is taken once, and its file is kept once', async () => {
    await head.get('/portal/pupils/import')
    const form = head.page
    const chosen = { name: 'twice.csv', content: file(headings, pupil(531, 'Once')) }
    const first = await head.upload(chosen, { follow: false })
    const body = new FormData()
    for (const name of ['schoolId', 'formToken'])
      body.append(name, form.one(`main [name="${name}"]`).getAttribute('value') ?? '')
    body.append('file', new Blob([chosen.content], { type: 'text/csv' }), chosen.name)
    const second = await fetch(new URL('/portal/pupils/import', app.url), {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: head.cookies.header() ?? '', origin: app.url },
    })
    expect([second.status, second.headers.get('location')]).toEqual([303, first.location])
    expect(await app.rows('SELECT id FROM imports WHERE file_name = ?', [chosen.name])).toHaveLength(1)
  })

  test('saving, undoing and discarding answer as they did first, and are done once', async () => {
    const one = await preview(head, file(headings, pupil(532, 'Pressed')))
    const seeOther = [303, one.address]
    const { id } = await one.report()
    expect(await pressTwice(one, 'commit')).toEqual([seeOther, seeOther, seeOther])
    expect(await one.settled()).toMatchObject({ state: 'committed' })
    expect(await entries(app, 'imports.committed', id)).toHaveLength(1)
    expect(await pupilNamed(head, 'Pressed')).toBeDefined()
    expect(await pressTwice(one, 'undo')).toEqual([seeOther, seeOther, seeOther])
    expect(await one.report()).toMatchObject({ state: 'undone' })
    expect(await entries(app, 'imports.undone', id)).toHaveLength(1)

    const other = await preview(head, file(headings, pupil(533, 'Thrown')))
    const back = [303, other.address]
    expect(await pressTwice(other, 'discard')).toEqual([back, back, back])
    expect(await entries(app, 'imports.discarded', (await other.report()).id)).toHaveLength(1)
  })
})

test('what is discarded changes nothing, says so, and its rows and file are gone', async () => {
  const [before, stamps] = [await roll(head), await versions(app)]
  const one = await preview(head, file(headings, pupil(541, 'Discarded'), pupil(542, '')))
  expect((await one.press('discard')).status).toBe(303)
  expect(await one.report()).toMatchObject({ state: 'discarded', problems: { total: 0 } })
  expect((await one.page()).words).toContain('Nothing on your roll was changed')
  expect((await head.get(`${one.address}/problems.csv`)).status).toBe(404)
  expect([await roll(head), await versions(app)]).toEqual([before, stamps])
  const { id } = await one.report()
  expect(await app.rows('SELECT line FROM staged_rows WHERE import_id = ?', [id])).toEqual([])
})

test('the person who saved gets a message when it is done, with the figures and no pupil’s name; one that failed or was discarded sends none', async () => {
  const before = (await app.mailbox.to(cast.otherHead)).length
  await (await upload(head, '')).settled()
  await (await preview(head, file(headings, pupil(551, 'Nomail')))).press('discard')
  const content = file(headings, pupil(552, 'Mailed'), pupil(553, 'Mailedtoo'), pupil(554, ''))
  const one = await save(head, { name: 'autumn.csv', content })
  const mail = await app.mailbox.wait(cast.otherHead, { subject: /autumn\.csv/ })
  expect(mail.links).toContain(new URL(one.address, app.url).href)
  expect(mail.text).toMatch(/Added: 2 pupils/)
  expect(mail.text).toMatch(/Rows not taken: 1/)
  expect(mail.text + mail.html).not.toMatch(/Mailed|Amira|N37/)
  expect(await app.mailbox.to(cast.otherHead)).toHaveLength(before + 1)
})

test('a roll that was changed after the check is checked again before it is saved', async () => {
  const first = await preview(head, file(headings, pupil(561, 'Raced')))
  await save(head, file(headings, pupil(561, 'Raced'), [upnOf(562), 'Other', 'Wren', '', '', '', '']))
  expect((await first.press('commit')).status).toBe(303)
  const report = await first.settled()
  expect(report).toMatchObject({ state: 'preview', counts: { added: 0, unchanged: 1 } })
  expect((await first.page()).words).toContain('checked again')
  expect((await roll(head)).filter((one) => one.last_name === 'Raced')).toHaveLength(1)
  expect((await send(head, file(headings, pupil(563, 'Next')))).status).toBe(303)
})
