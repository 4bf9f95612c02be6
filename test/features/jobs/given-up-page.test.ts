import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { startSmtp, type TestSmtp } from '../../support/smtp'
import type { Visitor } from '../../support/visitor'

let app: App
let smtp: TestSmtp
let support: Visitor

beforeAll(async () => {
  smtp = await startSmtp()
  app = await startApp({ env: { SMTP_URL: smtp.url } })
  support = await app.signIn(cast.support)
})
afterAll(async () => {
  await app.stop()
  await smtp.stop()
})

const rowsShown = () => support.page.all('[data-job-id]')
const idOf = (at: number) => rowsShown()[at]?.getAttribute('data-job-id') ?? ''
const auditOf = (act: string) =>
  app.rows('SELECT actor_kind, subject_id FROM audit_entries WHERE act = ? ORDER BY at', [act])

/** A mail that the server refuses for good; resolves once its job is given up. */
async function giveUpMailTo(email: string) {
  smtp.be('refuses')
  const before = (await app.rows(`SELECT id FROM jobs WHERE state = 'failed'`)).length
  const person = app.visitor()
  await person.get('/forgot-password')
  await person.submit({ email })
  await support.until('/staff/jobs', (page) => page.all('[data-job-id]').length > before)
}

describe('/staff/jobs', () => {
  test('says that nothing was given up', async () => {
    const page = await support.get('/staff/jobs')
    expect([page.status, page.name]).toEqual([200, 'staff-jobs'])
    expect(page.words).toContain('Nothing was given up')
  })

  test('shows what was given up and why, and nobody’s data', async () => {
    await giveUpMailTo(cast.head)
    const [row] = rowsShown()
    expect(row?.textContent).toContain('mail.send')
    expect(row?.textContent).toContain('The mail server did not take it: SMTP 550.')
    expect(support.page.words).not.toContain(cast.head)
  })

  test('has a job tried again, once, and says who did it', async () => {
    await support.get('/staff/jobs')
    const id = idOf(0)
    smtp.be('takes')
    const before = smtp.taken.length
    const page = await support.submit({}, { intent: 'retry' })
    expect(page.words).toContain('The job is being tried again')
    await support.until('/staff/jobs', () => smtp.taken.length > before)
    await support.until('/staff/jobs', (seen) => seen.all('[data-job-id]').length === 0)
    expect(await auditOf('jobs.retried')).toEqual([{ actor_kind: 'staff', subject_id: id }])
  })

  test('drops a job when the box is ticked, and not before', async () => {
    await giveUpMailTo(cast.teacher)
    await support.get('/staff/jobs')
    const id = idOf(0)
    const refused = await support.submit({}, { intent: 'drop' })
    expect(refused.status).toBe(422)
    expect(refused.errors).toEqual(['Tick the box to say that the job may be dropped.'])
    expect(refused.all(`#drop-${id}`)).toHaveLength(1)
    const dropped = await support.submit({ confirm: 'on' }, { intent: 'drop' })
    expect(dropped.words).toContain('The job was dropped')
    expect(rowsShown()).toHaveLength(0)
    expect(await auditOf('jobs.dropped')).toEqual([{ actor_kind: 'staff', subject_id: id }])
    expect(await app.rows(`SELECT id FROM outbox WHERE state = 'failed' AND content IS NOT NULL`)).toEqual([])
  })

  test('answers a repeated post as the first, and 409 when there is nothing to retry', async () => {
    await giveUpMailTo(cast.finance)
    const page = await support.get('/staff/jobs')
    const formToken = page.all('main input[name=formToken]')[0]?.getAttribute('value') ?? ''
    const fields = { formToken, id: idOf(0), intent: 'drop', confirm: 'on' }
    for (const time of ['first', 'second']) {
      const answer = await support.post('/staff/jobs', fields, { follow: false })
      expect([time, answer.status, answer.location]).toEqual([time, 303, '/staff/jobs?done=dropped'])
    }
    expect(await auditOf('jobs.dropped')).toHaveLength(2)
    const gone = await support.post('/staff/jobs', { id: randomUUID(), intent: 'retry' })
    expect(gone.status).toBe(409)
    expect((await support.post('/staff/jobs', { id: 'nothing', intent: 'retry' })).status).toBe(404)
  })

  test.each([cast.sales, cast.staffFinance, cast.dpo, cast.head])(
    'is closed to %s, also for its buttons',
    async (email) => {
      const other = await app.signIn(email)
      expect((await other.get('/staff/jobs')).status).toBe(403)
      expect(
        (await other.post('/staff/jobs', { id: randomUUID(), intent: 'drop', confirm: 'on' })).status,
      ).toBe(403)
    },
  )
})
