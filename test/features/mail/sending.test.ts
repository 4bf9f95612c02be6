import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../../app/jobs'
import { clockActor } from '../../../app/server/actor'
import type { Services } from '../../../app/server/context'
import { makeMailer } from '../../../app/server/mail/mailer.server'
import { dropFailedJob, failedJobs, retryFailedJob } from '../../../app/server/queue/failed-jobs.server'
import { runDue } from '../../../app/server/queue/run-due.server'
import { write } from '../../../app/server/write.server'
import { auditEntries } from '../../../db/tables/audit'
import { jobs as table } from '../../../db/tables/jobs'
import { outbox } from '../../../db/tables/outbox'
import { mailboxOf } from '../../support/mailbox'
import { testServices, type TestServices } from '../../support/services'
import { startSmtp, type TestSmtp } from '../../support/smtp'
import { withClocks } from '../jobs/a-queue'

let base: TestServices
let smtp: TestSmtp
const { 'mail.send': sendJob } = jobs

beforeAll(async () => {
  base = await testServices()
  smtp = await startSmtp()
})
afterAll(async () => {
  await smtp.stop()
  await base.drop()
})
afterEach(() => smtp.be('takes'))

const runMail = (services: Services) => runDue(services, { 'mail.send': sendJob! })

/** The services with a mailer that sends by SMTP, and clocks of their own. */
function sending(url = smtp.url) {
  const mailer = makeMailer({ ...base.settings, smtpUrl: url }, base.mailer.sender)
  return withClocks({ ...base, mailer })
}

let people = 0
/** Writes a message; answers its address and its row. */
async function writeMail(services: Services) {
  people += 1
  const to = `person-${people}@home.example`
  await write(clockActor(services, 'test'), 'test.mailed', async (tx) => {
    await tx.mail(
      'password-changed',
      { firstName: 'Zoë', resetLink: 'https://otrack.example/forgot-password' },
      to,
    )
    tx.audit({})
  })
  const [row] = await services.db.rows(outbox).list({ order: [['id', 'desc']], limit: 1 })
  return { to, row: row! }
}
const rowOf = (id: string) => base.db.rows(outbox).find({ id })
const jobOf = async (outboxId: string) =>
  (await base.db.rows(table).list({ where: { name: 'mail.send' } })).find(
    ({ payload }) => payload['outboxId'] === outboxId,
  )!
const takenBy = (to: string) => smtp.taken.filter(({ recipients }) => recipients.includes(to))

describe('a message sent by SMTP', () => {
  test('has a text and an HTML part of the same words, and the headers that it needs', async () => {
    const { services } = sending()
    const { to, row } = await writeMail(services)
    expect(await runMail(services)).toBe(1)
    const [{ mail, recipients } = { mail: null, recipients: [] }] = takenBy(to)
    expect(recipients).toEqual([to])
    expect(mail).toMatchObject({
      from: 'hello@otrack.localhost',
      to: [to],
      subject: 'Your OTrack password was changed',
    })
    expect(mail?.text).toContain('Hello Zoë,')
    expect(mail?.html).toContain('Hello Zoë,')
    expect(mail?.links).toContain('https://otrack.example/forgot-password')
    const headers = mail!.headers
    expect(headers.get('message-id')).toBe(row.messageId)
    expect(Date.parse(headers.get('date')!)).toBe(Math.floor(row.createdAt / 1000) * 1000)
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/)
    expect([headers.has('x-mailer'), headers.has('list-unsubscribe')]).toEqual([false, false])
    services.mailer.close()
  })

  test('leaves neither address nor content behind, and an entry that names neither', async () => {
    const { services } = sending()
    const { to, row } = await writeMail(services)
    expect(row.content).not.toContain(to)
    await runMail(services)
    expect(await rowOf(row.id)).toMatchObject({ state: 'sent', content: null })
    const entries = await base.db.rows(auditEntries).list({ where: { act: 'mail.sent', subjectId: row.id } })
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain(to)
    services.mailer.close()
  })

  test('to an address with signs in it goes to that address alone', async () => {
    const { services } = sending()
    const to = `"a,b"@home.example`
    await write(clockActor(services, 'test'), 'test.mailed', async (tx) => {
      await tx.mail('password-changed', { firstName: 'A', resetLink: 'https://otrack.example/x' }, to)
      tx.audit({})
    })
    const before = smtp.taken.length
    await runMail(services)
    expect(smtp.taken.slice(before).map(({ recipients }) => recipients)).toEqual([[to]])
    services.mailer.close()
  })
})

describe('a mail server', () => {
  test('that refuses for now is asked again later, under the same Message-ID', async () => {
    const { services, clocks } = sending()
    const { to, row } = await writeMail(services)
    smtp.be('refuses-for-now')
    await runMail(services)
    const waiting = await jobOf(row.id)
    expect(waiting).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'The mail server did not take it: SMTP 451.',
    })
    smtp.be('takes')
    expect(await runMail(services)).toBe(0)
    clocks.now = waiting.runAt
    expect(await runMail(services)).toBe(1)
    expect(takenBy(to).map(({ mail }) => mail.headers.get('message-id'))).toEqual([row.messageId])
    services.mailer.close()
  })

  test('that refuses for good has the message given up, for staff to try again', async () => {
    const { services } = sending()
    const { to, row } = await writeMail(services)
    smtp.be('refuses')
    await runMail(services)
    const given = await jobOf(row.id)
    expect(given).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: 'The mail server did not take it: SMTP 550.',
    })
    expect((await rowOf(row.id))?.state).toBe('failed')
    expect((await failedJobs(services)).map(({ id }) => id)).toContain(given.id)
    smtp.be('takes')
    expect(await retryFailedJob(clockActor(services, 'test'), given.id, null)).toBe(true)
    await runMail(services)
    expect(takenBy(to)).toHaveLength(1)
    expect((await jobOf(row.id)).state).toBe('done')
    expect(await retryFailedJob(clockActor(services, 'test'), given.id, null)).toBe(false)
    services.mailer.close()
  })

  test('that is away is waited for', async () => {
    const { services } = sending('smtp://127.0.0.1:1')
    const { row } = await writeMail(services)
    await runMail(services)
    const waiting = await jobOf(row.id)
    expect([waiting.state, waiting.attempts]).toEqual(['waiting', 1])
    expect(waiting.lastError).toMatch(/^The mail server did not take it: [A-Z]+\.$/)
    services.mailer.close()
    await base.db.rows(table).remove({ id: waiting.id })
  })
})

test('a message that staff drop is emptied', async () => {
  const { services } = sending()
  const { row } = await writeMail(services)
  smtp.be('refuses')
  await runMail(services)
  const given = await jobOf(row.id)
  expect(await dropFailedJob(clockActor(services, 'test'), jobs, given.id, null)).toBe(true)
  expect(await rowOf(row.id)).toMatchObject({ state: 'withdrawn', content: null })
  expect(await dropFailedJob(clockActor(services, 'test'), jobs, given.id, null)).toBe(false)
  services.mailer.close()
})

test.each([
  [
    'sealed under a secret that is gone',
    { content: 'AAAA' },
    'The message was sealed under a secret that is no longer in APP_SECRET.',
  ],
  [
    'of a name that this build does not know',
    { template: 'of-another-build' },
    'This build does not know the message.',
  ],
])('a message %s is given up with the reason', async (_, patch, reason) => {
  const { services } = sending()
  const { row } = await writeMail(services)
  await services.db.rows(outbox).update({ id: row.id }, patch)
  await runMail(services)
  expect(await jobOf(row.id)).toMatchObject({ state: 'failed', lastError: reason })
  services.mailer.close()
})

describe('without a mail server a message is kept', () => {
  test('as one whole file, which a second try replaces', async () => {
    const { services } = withClocks(base)
    const { to, row } = await writeMail(services)
    const folder = join(base.settings.dataDir, 'mail')
    // What a process that died while it wrote leaves behind.
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${row.id}.eml.half`), 'From: half')
    await runMail(services)
    expect(readdirSync(folder).filter((name) => name.startsWith(row.id))).toEqual([`${row.id}.eml`])
    const [mail] = await mailboxOf(base.settings.dataDir).to(to)
    expect(mail?.headers.get('message-id')).toBe(row.messageId)
    // Killed before it was noted: the same message once more.
    await services.db.rows(outbox).update({ id: row.id }, { state: 'waiting', content: row.content })
    await services.db.rows(table).update({ id: (await jobOf(row.id)).id }, { state: 'waiting' })
    await runMail(services)
    expect(await mailboxOf(base.settings.dataDir).to(to)).toHaveLength(1)
  })

  test('and nothing is kept where it is sent', async () => {
    const { services } = sending()
    const { row } = await writeMail(services)
    await runMail(services)
    expect(existsSync(join(base.settings.dataDir, 'mail', `${row.id}.eml`))).toBe(false)
    services.mailer.close()
  })
})
