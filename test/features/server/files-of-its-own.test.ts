import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startApp } from '../../support/app'

test('what the product writes is for its own user alone: the database, its log, kept mail', async () => {
  const app = await startApp({ seed: false })
  const visitor = app.visitor()
  await visitor.get('/sign-up')
  const modes = readdirSync(app.dataDir, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { mode } = statSync(join(app.dataDir, name))
    return `${name} ${(mode & 0o077).toString(8)}`
  })
  expect(modes.length).toBeGreaterThan(0)
  expect(modes.filter((line) => !line.endsWith(' 0'))).toEqual([])
  await app.stop()
})
