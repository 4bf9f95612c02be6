import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startApp } from '../../support/app'
import { freshDatabase, testDialect } from '../../support/database'
import { temporaryFolder } from '../../support/machine/guard'
import { runCommand, startCommand, untilPrinted } from '../../support/server'

const secret = 'kQ2vX9-dL4mT7pRzW1nB8sHyC5gJ0fUa'
const production = {
  BASE_URL: 'https://www.otrack.example',
  APP_SECRET: secret,
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'OTrack <hello@otrack.example>',
  DPO_EMAIL: 'dpo@otrack.example',
  HOST: '127.0.0.1',
}

test('serve names every missing or weak setting at once, and no value', async () => {
  const { status, output } = await runCommand('serve', [], {
    APP_SECRET: 'hunter2',
    SMTP_URL: 'http://hunter2',
  })
  expect(status).toBe(1)
  for (const name of ['BASE_URL', 'DATABASE_URL', 'APP_SECRET', 'SMTP_URL', 'MAIL_FROM', 'DPO_EMAIL']) {
    expect(output).toMatch(new RegExp(`^  ${name} `, 'm'))
  }
  expect(output).not.toMatch(/hunter2|LOG_LEVEL/)
})

test('start is not for production, worker not for SQLite, and admin lists what it knows', async () => {
  const dataDir = temporaryFolder()
  const DATABASE_URL = 'mysql://u:p@127.0.0.1:1/x'
  expect(
    (await runCommand('start', [], { NODE_ENV: 'production', ...production, DATABASE_URL })).status,
  ).toBe(2)
  const worker = await runCommand('worker', [], { DATA_DIR: dataDir })
  expect([worker.status, worker.output]).toEqual([2, expect.stringContaining('jobs run inside the server')])
  const admin = await runCommand('admin', ['no-such'], { DATA_DIR: dataDir })
  expect([admin.status, admin.output]).toEqual([2, expect.stringContaining('db:migrate')])
})

test('under load SIGTERM ends it with status 0, also when it comes twice, and the log holds nothing of what was sent', async () => {
  const app = await startApp({ seed: false })
  let going = true
  const clients = Array.from({ length: 8 }, async () => {
    while (going)
      going = await fetch(`${app.url}/?q=secretquery`).then(
        (answer) => answer.text().then(() => true),
        () => false,
      )
  })
  await sleep(500)
  const before = performance.now()
  const first = app.stop()
  const second = app.stop()
  expect([await first, await second]).toEqual([0, 0])
  expect(performance.now() - before).toBeLessThan(10_000)
  await Promise.all(clients)
  expect(app.logs().join('\n')).toContain('"event":"process.stopped"')
  expect(app.logs().join('\n')).not.toContain('secretquery')
})

test('in production it refuses a schema that is behind, serves one that is not, and ends with status 0', async () => {
  const place = await freshDatabase()
  const env = { ...production, DATABASE_URL: place.url, PORT: '0' }
  const behind = await runCommand('serve', [], env)
  // Production knows MySQL alone.
  if (testDialect() === 'sqlite') {
    expect([behind.status, behind.output]).toEqual([
      1,
      expect.stringContaining('DATABASE_URL must be a MySQL'),
    ])
    return
  }
  expect([behind.status, behind.output]).toEqual([1, expect.stringContaining('npm run db:migrate')])
  expect((await runCommand('admin', ['db:migrate'], { NODE_ENV: 'production', ...env })).status).toBe(0)
  const server = await startCommand('serve', [], env)
  const [, url = ''] = await untilPrinted(server, /OTrack is at (http:\/\/\S+)/)
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, ready.headers.get('strict-transport-security')]).toEqual([
    200,
    expect.stringContaining('max-age'),
  ])
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' })
  expect(await server.stop()).toBe(0)
  await place.drop()
})
