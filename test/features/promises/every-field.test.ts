import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataMap } from '../../../app/privacy/data-map'
import { snake } from '../../../db/tables/define'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { commit, upload, upn } from './an-upload'
import { filesHolding } from './files-of'
import { tablesHolding } from './whole-database'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
})
afterAll(() => app.stop())

const number = upn('371299821777')
const pupil = {
  upn: number,
  last_name: 'Quillwort',
  first_name: 'Sphagnumia',
  title: 'Miss',
  username: 'bladderwort1',
  date_of_birth: '2016-03-17',
  gender: 'F',
  year_group: '5',
  class_group: 'Butterwort5',
  ethnicity: 'BAOF',
  sen_status: 'E',
  sen_need: 'MSI',
  fsm: 'yes',
  fsm6: 'yes',
  pupil_premium: 'yes',
  eal: 'yes',
  in_care: 'yes',
  ever_in_care: 'yes',
  gifted_talented: 'yes',
  entry_date: '2020-09-01',
  attendance_percent: '93.57',
  attendance_possible: '7391',
  attendance_authorised: '317',
  attendance_unauthorised: '158',
  left_on: '2026-06-12',
}
/** Words and codes that stand nowhere but with this pupil. */
const markers = [number, 'Quillwort', 'Sphagnumia', 'bladderwort1', 'Butterwort5', 'BAOF', 'MSI']
const file = (row: Record<string, string>) =>
  `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`

test('[P24] with something in every declared field of a pupil, erased, nothing of it is anywhere: tables, files, their raw bytes, logs', async () => {
  const lead = await app.signIn(cast.dataLead)
  await commit(lead, await upload(lead, file(pupil), { consent: true }))
  // Saved uploads keep what was before; one that waits keeps rows, problems and the file itself.
  await commit(lead, await upload(lead, file({ ...pupil, class_group: 'Milkwort5' })))
  await upload(lead, file({ ...pupil, class_group: 'Sneezewort5', attendance_possible: 'Soapwort' }))

  const [row] = await app.rows('SELECT * FROM pupils WHERE upn = ?', [number])
  const declared = dataMap.find(({ table }) => table.name === 'pupils')
  const columns = Object.entries(declared?.columns ?? {}).flatMap(([field, column]) =>
    'label' in (column as object) ? [snake(field)] : [],
  )
  expect(columns.length).toBeGreaterThan(20)
  for (const column of columns) expect(row?.[column], column).not.toBeNull()
  const all = [...markers, 'Milkwort5', 'Sneezewort5', 'Soapwort']
  for (const word of all)
    expect([...(await tablesHolding(app, word)), ...filesHolding(app, word)], word).not.toEqual([])

  const id = String(row?.['id'])
  await lead.get(`/portal/pupils/${id}`)
  await lead.submit({ confirm: 'on' }, { intent: 'delete' })
  expect(lead.page.words).toContain('The pupil was deleted')

  for (const word of all) expect(await tablesHolding(app, word), word).toEqual([])
  // The bytes of the embedded database and of its log, uploads, kept mail. Of MariaDB's own files nothing is claimed: InnoDB keeps
  // deleted rows in pages and logs until it writes over them, which is why its disk must be encrypted.
  const bare = all.filter((word) => word.length > 4)
  for (const word of bare) await expect.poll(() => filesHolding(app, word), { timeout: 15_000 }).toEqual([])
  const logs = app.logs().join('\n')
  for (const word of bare) expect(logs, word).not.toContain(word)
  // The trail knows the id still, which now leads nowhere.
  expect((await tablesHolding(app, id)).filter((name) => name !== 'audit_entries')).toEqual([])
})

test('[P24] adding an erased pupil by hand asks for confirmation first', async () => {
  const lead = await app.signIn(cast.dataLead)
  await lead.get('/portal/pupils/new')
  const typed = { upn: number, last_name: 'Quillwort', first_name: 'Sphagnumia', date_of_birth: '17/03/2016' }
  const asked = await lead.submit(typed)
  expect([asked.status, asked.errors]).toEqual([
    422,
    [expect.stringContaining('was erased on request on 15 June 2026')],
  ])
  expect(await app.rows('SELECT id FROM pupils WHERE upn = ?', [number])).toEqual([])
  const added = await lead.submit({ confirm_again: 'on' })
  expect(added.words).toContain('Sphagnumia Quillwort')
  expect(await app.rows('SELECT id FROM pupils WHERE upn = ?', [number])).toHaveLength(1)
  expect(await app.rows('SELECT mark FROM erased_pupils')).toEqual([])
})
