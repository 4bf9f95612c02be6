import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockActor } from '../../../app/server/actor'
import { write } from '../../../app/server/write.server'
import { auditEntries } from '../../../db/tables/audit'
import { jobs as table } from '../../../db/tables/jobs'
import { outbox } from '../../../db/tables/outbox'
import { testDialect } from '../../support/database'
import { startCommand, untilPrinted, type Env } from '../../support/server'
import { testServices, type TestServices } from '../../support/services'
import { startSmtp, type TestSmtp } from '../../support/smtp'
import { until } from '../jobs/a-queue'

const KILLS = 50
/** Never fewer wait, so that every kill meets a worker at work. */
const WAITING = 60
const BATCH = 30
/** Workers side by side: on SQLite the jobs run inside the one server. */
const PROCESSES = testDialect() === 'sqlite' ? 1 : 2

let services: TestServices
let smtp: TestSmtp
let env: Env
const written = new Set<string>()

beforeAll(async () => {
  services = await testServices()
  smtp = await startSmtp()
  const { settings } = services
  env = {
    PORT: '0',
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl,
    APP_SECRET: settings.appSecrets.join(','),
    SMTP_URL: smtp.url,
  }
})
afterAll(async () => {
  await smtp.stop()
  await services.drop()
})

/** Writes a batch of messages in one transaction; what it answers stands, whoever is killed meanwhile. */
async function writeBatch(): Promise<void> {
  const people = Array.from({ length: BATCH }, () => `${randomUUID()}@home.example`)
  await write(clockActor(services, 'test'), 'test.mailed', async (tx) => {
    for (const to of people)
      await tx.mail('password-changed', { firstName: 'A', resetLink: 'https://otrack.example/x' }, to)
    tx.audit({})
  })
  for (const to of people) written.add(to)
}

const waiting = () => services.db.rows(outbox).count({ state: 'waiting' })

const startWorking = async () => {
  const [name, args, says] =
    testDialect() === 'sqlite'
      ? (['start', ['--no-seed'], /OTrack.*http/] as const)
      : (['worker', [], /works through its jobs/] as const)
  const process = await startCommand(name, args, env)
  await untilPrinted(process, says)
  return process
}

test(
  `killed ${KILLS} times while it sends, nothing is lost, and at most one message a kill is repeated, under the same Message-ID`,
  { timeout: 240_000 },
  async () => {
    let kills = 0
    let metAtWork = 0
    let ended = 0
    const keepKilling = async () => {
      while (kills < KILLS) {
        kills += 1
        const process = await startWorking()
        const before = smtp.taken.length
        // Every other one once it sends, so that the kill meets it with a message on the line or just noted; the rest anywhere, also before.
        if (kills % 2 === 0) await until(() => smtp.taken.length > before, 30_000)
        await sleep(randomInt(100))
        await process.kill()
        if (smtp.taken.length > before) metAtWork += 1
      }
      ended += 1
    }
    const keepWriting = async () => {
      while (ended < PROCESSES) {
        if ((await waiting()) < WAITING) await writeBatch()
        else await sleep(20)
      }
    }
    await writeBatch()
    await Promise.all([keepWriting(), ...Array.from({ length: PROCESSES }, keepKilling)])
    const last = await startWorking()
    // On MySQL what the last one killed held is free when its lease ends.
    await until(async () => (await waiting()) === 0, 60_000)
    expect(await last.stop()).toBe(0)

    const arrived = new Map<string, string[]>()
    // The product's own nightly checkpoint may be mailed in between, to somebody else.
    for (const { mail, recipients } of smtp.taken)
      for (const to of recipients.filter((one) => written.has(one)))
        arrived.set(to, [...(arrived.get(to) ?? []), mail.headers.get('message-id') ?? ''])
    expect([...written].filter((to) => !arrived.has(to))).toEqual([])
    expect(arrived.size).toBe(written.size)
    expect([...arrived.values()].filter((ids) => new Set(ids).size !== 1)).toEqual([])
    const repeats = [...arrived.values()].flat().length - arrived.size
    expect(repeats).toBeLessThanOrEqual(KILLS)
    expect(metAtWork).toBeGreaterThanOrEqual(KILLS / 2)
    // Each is noted as sent once, and its job is done.
    const messages = await services.db.rows(outbox).count()
    expect(messages).toBeGreaterThanOrEqual(written.size)
    expect(await services.db.rows(auditEntries).count({ act: 'mail.sent' })).toBe(messages)
    expect(await services.db.rows(table).count({ name: 'mail.send', state: 'done' })).toBe(messages)
    process.stderr.write(`    ${written.size} messages, ${repeats} repeated\n`)
  },
)
