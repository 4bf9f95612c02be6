import { describe, expect, test } from 'vitest'
import { tell } from '../../../app/server/boot/settings-or-exit.server'
import { readSettings } from '../../../app/server/settings'

const secret = 'kQ2vX9-dL4mT7pRzW1nB8sHyC5gJ0fUa'
const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://www.otrack.example',
  DATABASE_URL: 'mysql://otrack:pw@db.internal:3306/otrack',
  APP_SECRET: secret,
  SMTP_URL: 'smtps://user:pw@mail.internal',
  MAIL_FROM: 'OTrack <hello@otrack.example>',
  DPO_EMAIL: 'dpo@otrack.example',
}

function problems(env: Record<string, string>) {
  const read = readSettings(env)
  return read.ok ? [] : read.problems.map(({ name, why }) => `${name} ${why}`)
}

function settings(env: Record<string, string>) {
  const read = readSettings(env)
  if (!read.ok) throw new Error(tell(read.problems))
  return read.settings
}

describe('embedded', () => {
  test('nothing has to be set', () => {
    expect(settings({})).toEqual({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      dataDir: 'var',
      databaseUrl: 'sqlite:var/otrack.db',
      appSecrets: [],
      smtpUrl: null,
      mailFrom: 'OTrack <hello@otrack.localhost>',
      dpoEmail: 'dpo@otrack.localhost',
      trustProxy: 0,
      clockFile: null,
      logLevel: 'info',
    })
  })

  test('defaults follow the settings that they are made from, and an empty setting is none', () => {
    const read = settings({ PORT: '4321', DATA_DIR: '/srv/otrack', SMTP_URL: '', BASE_URL: '' })
    expect(read).toMatchObject({
      baseUrl: 'http://localhost:4321',
      databaseUrl: 'sqlite:/srv/otrack/otrack.db',
      smtpUrl: null,
    })
  })
})

describe('production', () => {
  test('with nothing set it names exactly the required settings, all at once', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      'BASE_URL missing',
      'DATABASE_URL missing',
      'APP_SECRET missing',
      'SMTP_URL missing',
      'MAIL_FROM missing',
      'DPO_EMAIL missing',
    ])
  })

  test('with all of them it starts, and the secrets are a list', () => {
    expect(settings({ ...production, APP_SECRET: `${secret}, ${secret}2` }).appSecrets).toEqual([
      secret,
      `${secret}2`,
    ])
  })

  test.each([
    ['BASE_URL', 'http://www.otrack.example', 'refused'],
    ['DATABASE_URL', 'sqlite:otrack.db', 'refused'],
    ['CLOCK_FILE', '/tmp/clock', 'refused'],
    ['APP_SECRET', 'too short', 'weak'],
    ['APP_SECRET', 'a'.repeat(64), 'weak'],
    ['APP_SECRET', `${secret},short`, 'weak'],
  ])('refuses %s=%s', (name, value, why) => {
    expect(problems({ ...production, [name]: value })).toEqual([`${name} ${why}`])
  })
})

test.each([
  ['NODE_ENV', 'staging'],
  ['PORT', '65536'],
  ['PORT', 'eighty'],
  ['BASE_URL', 'https://www.otrack.example/app'],
  ['BASE_URL', 'ftp://www.otrack.example'],
  ['BASE_URL', 'www.otrack.example'],
  ['DATABASE_URL', 'postgres://localhost/otrack'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['SMTP_URL', 'http://mail.internal'],
  ['MAIL_FROM', 'OTrack hello@otrack.example'],
  ['MAIL_FROM', 'OTrack\r\nBcc: x@y.example <hello@otrack.example>'],
  ['DPO_EMAIL', 'dpo'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '-1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is wrong', (name, value) => {
  expect(problems({ [name]: value })).toEqual([`${name} wrong`])
})

test('what is said of a setting never repeats it', () => {
  const marker = 'hunter2hunter2'
  const names = ['APP_SECRET', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'BASE_URL', 'PORT', 'LOG_LEVEL']
  const read = readSettings(Object.fromEntries(names.map((name) => [name, marker])))
  expect(read.ok).toBe(false)
  if (!read.ok) expect(tell(read.problems)).not.toContain(marker)
})
