import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'
import { preview, save } from '../imports/an-upload'
import { file, headings, pupil } from '../imports/roll-files'
import { pupilNamed } from '../imports/the-roll'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

const history = async (id: string) =>
  (
    await app.rows(
      'SELECT version, field, old_value, new_value, act FROM pupil_history WHERE pupil_id = ? ORDER BY version, field',
      [id],
    )
  ).map((row) => Object.values(row) as unknown[])
const idOf = async (surname: string) => (await pupilNamed(head, surname))?.id ?? ''
const edit = async (id: string, fields: Record<string, string>) => {
  await head.get(`/portal/pupils/${id}/edit`)
  expect((await head.submit(fields, { follow: false })).status).toBe(303)
}
const changes = async (id: string) => {
  const page = await head.get(`/portal/pupils/${id}`)
  return page.all('tbody tr').map((row) => row.textContent)
}

test('a change by hand is noted with what stood there before, and the record page shows who made it', async () => {
  await save(head, file(headings, pupil(701, 'Handmade')))
  const id = await idOf('Handmade')
  expect((await head.get(`/portal/pupils/${id}`)).words).toContain('Nothing was changed')
  await edit(id, { class_group: '5Z', fsm: 'yes' })
  await edit(id, { class_group: '' })
  expect(await history(id)).toEqual([
    [2, 'class_group', expect.any(String), '5Z', 'pupils.changed'],
    [2, 'fsm', null, 'yes', 'pupils.changed'],
    [3, 'class_group', '5Z', null, 'pupils.changed'],
  ])
  const [newest, ...older] = await changes(id)
  expect(newest).toMatch(/Class group.*5Z.*not known.*by hand.*15 June 2026/)
  expect(newest).not.toContain('without an account')
  expect(older).toHaveLength(2)
})

test('an upload, its leavers, and undoing it are noted in the same way', async () => {
  await save(head, file(headings, pupil(711, 'Uploaded'), pupil(712, 'Leaver')))
  const [uploaded, leaver] = [await idOf('Uploaded'), await idOf('Leaver')]
  const one = await preview(head, file(headings, pupil(711, 'Uploaded', 'Wren').with(6, '4X')))
  await one.commit({ mark_leavers: 'on' })
  expect(await history(uploaded)).toEqual([
    [2, 'class_group', expect.any(String), '4X', 'imports.committed'],
    [2, 'first_name', expect.any(String), 'Wren', 'imports.committed'],
  ])
  expect(await history(leaver)).toEqual([[2, 'left_on', null, '2026-06-15', 'imports.committed']])
  await one.press('undo')
  const [, , back] = await history(uploaded)
  expect(back).toEqual([3, 'class_group', '4X', expect.any(String), 'imports.undone'])
  expect((await history(leaver))[1]).toEqual([3, 'left_on', '2026-06-15', null, 'imports.undone'])
})

const special = ['UPN', 'Surname', 'Forename', 'Ethnicity', 'SEN Status', 'SEN need']
const fieldsOf = async (id: string) => (await history(id)).map(([, field]) => String(field))

test('[P8] special values of the history go when consent is withdrawn, and when the upload that brought it is undone', async () => {
  const [first = '', second = ''] = [pupil(721, '')[0], pupil(722, '')[0]]
  await save(head, file(headings, pupil(721, 'Withdrawn'), pupil(722, 'Undone')))
  const [withdrawn, undone] = [await idOf('Withdrawn'), await idOf('Undone')]
  const rows = [
    [first, 'Withdrawn', 'Amira', 'WBRI', 'K', 'SLCN'],
    [second, 'Undone', 'Amira', 'WBRI', 'K', 'SLCN'],
  ]
  const one = await preview(head, file(special, ...rows), { consent_confirmed: 'on' })
  await one.commit()
  expect(await fieldsOf(withdrawn)).toEqual(expect.arrayContaining(['ethnicity', 'sen_need', 'sen_status']))
  await head.get(`/portal/pupils/${withdrawn}/consent`)
  await head.submit({}, { intent: 'withdraw' })
  await one.press('undo')
  for (const id of [withdrawn, undone])
    expect(await fieldsOf(id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(ethnicity|sen_)/)]),
    )
})

test('[P24] the history goes with the pupil, and no other school sees it', async () => {
  await save(head, file(headings, pupil(731, 'Forgotten')))
  const id = await idOf('Forgotten')
  await edit(id, { class_group: '5Z' })
  expect((await (await app.signIn(cast.head)).get(`/portal/pupils/${id}`)).status).toBe(404)
  await head.get(`/portal/pupils/${id}`)
  await head.submit({ confirm: 'on' }, { intent: 'delete' })
  expect(await history(id)).toEqual([])
})
