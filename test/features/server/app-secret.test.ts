import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAppSecret } from '../../../app/server/boot/app-secret.server'
import { embeddedSettings } from '../../../app/server/boot/embedded-settings.server'
import { readSettings } from '../../../app/server/settings'

test('it is made once, for the server alone, also when many ask at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otrack-secret-'))
  const dataDir = join(folder, 'var')
  const secrets = await Promise.all(Array.from({ length: 20 }, () => loadAppSecret(dataDir)))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[\w-]{64}$/)
  expect(await loadAppSecret(dataDir)).toBe(secrets[0])
  expect(readdirSync(dataDir)).toEqual(['app-secret'])
  expect((statSync(join(dataDir, 'app-secret')).mode & 0o777).toString(8)).toBe('600')
  rmSync(folder, { recursive: true })
})

test('PORT=0 takes a free port, and the product’s address is made from it', async () => {
  const read = readSettings({ PORT: '0', APP_SECRET: 'kQ2vX9-dL4mT7pRzW1nB8sHyC5gJ0fUa' })
  if (!read.ok) throw new Error('wrong settings')
  const settings = await embeddedSettings(read.settings)
  expect(settings.port).toBeGreaterThan(0)
  expect(settings.baseUrl).toBe(`http://localhost:${settings.port}`)
})
