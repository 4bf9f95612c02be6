import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileKinds, undeclaredFiles } from '../../../app/privacy/files.table'
import { retention } from '../../../app/privacy/retention.table'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { testDialect } from '../../support/database'

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
})
afterAll(() => app.stop())

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

test('[P9] after a busy day every file under DATA_DIR is of a kind that is declared', async () => {
  const lead = await app.signIn(cast.dataLead)
  await lead.get('/portal/pupils/import')
  await lead.upload({ name: 'roll.csv', content: 'Yarrow,Sam\nTansy,Kit\n' })
  await lead.get('/forgot-password')
  await lead.submit({ email: cast.dataLead })
  await expect
    .poll(() => filesUnder(app.dataDir).some((name) => name.startsWith('mail/')), { timeout: 10_000 })
    .toBe(true)
  await app.setClock('2026-06-16T05:00:00Z')
  await app.admin('run-due')

  const found = filesUnder(app.dataDir)
  expect(undeclaredFiles(found)).toEqual([])
  const seen = Object.entries(fileKinds).filter(([, { path }]) => found.some((name) => path.test(name)))
  const always = ['keptMail', 'secret', 'uploads']
  expect(seen.map(([name]) => name)).toEqual(
    expect.arrayContaining(testDialect() === 'sqlite' ? ['database', ...always] : always),
  )
})

test.each([['reports/a.pdf'], ['otrack.db.bak'], ['spool/../x'], ['mail/list.txt'], ['copy.zip']])(
  'a file of another kind is seen: %s',
  (path) => {
    expect(undeclaredFiles(['otrack.db', path])).toEqual([path])
  },
)

test('a kind of file that tells of people says how that goes', () => {
  for (const [name, kind] of Object.entries(fileKinds)) {
    if ('nobody' in kind.about) continue
    expect(kind.erasure, name).toBeTruthy()
    if (kind.retention) expect(Object.keys(retention), name).toContain(kind.retention)
  }
})
