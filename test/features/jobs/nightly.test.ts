import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs as productJobs } from '../../../app/jobs'
import { job, nothing, times } from '../../../app/server/queue/job'
import { makePlan } from '../../../app/server/queue/plan.server'
import { runDue } from '../../../app/server/queue/run-due.server'
import { jobs as table } from '../../../db/tables/jobs'
import { outbox } from '../../../db/tables/outbox'
import { testServices, type TestServices } from '../../support/services'
import { ask, newName, rowNamed, rowsNamed, withClocks } from './a-queue'

const DAY = 24 * 60 * 60_000
const every = '03:20 Europe/London' as const
let services: TestServices

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const countingDaily = (name: string) => {
  const at: number[] = []
  const jobs = {
    [name]: job(nothing, (actor) => Promise.resolve(void at.push(actor.at)), { retry: times(2), every }),
  }
  return { at, jobs }
}

describe('a daily job', () => {
  test('runs once for each night, in summer as in winter', async () => {
    const name = newName('daily')
    const { at, jobs } = countingDaily(name)
    const { clocks, services: moved } = withClocks(services)
    const nights = [
      '2026-03-28T03:20',
      '2026-03-29T02:20',
      '2026-03-30T02:20',
      '2026-10-24T02:20',
      '2026-10-25T03:20',
    ]
    for (const night of nights) {
      clocks.now = Date.parse(`${night}:00Z`) - 60_000
      await runDue(moved, jobs)
      clocks.now += 60_000
      await runDue(moved, jobs)
      await runDue(moved, jobs)
    }
    // The first look finds the night before; five months later the night before is another one.
    expect(at.map((one) => new Date(one).toISOString().slice(0, 16))).toEqual([
      '2026-03-28T03:19',
      '2026-03-28T03:20',
      '2026-03-29T02:20',
      '2026-03-30T02:20',
      '2026-10-24T02:19',
      '2026-10-24T02:20',
      '2026-10-25T03:20',
    ])
  })

  test('is asked for once by many workers that look at the same moment', async () => {
    const name = newName('met')
    const { jobs } = countingDaily(name)
    const plans = Array.from({ length: 6 }, () => makePlan(services.db, jobs))
    await Promise.all(plans.map((plan) => plan(Date.now())))
    expect(await rowsNamed(services, name)).toHaveLength(1)
  })

  test('runs once after weeks without a worker', async () => {
    const name = newName('weeks')
    const { at, jobs } = countingDaily(name)
    const { clocks, services: moved } = withClocks(services)
    await runDue(moved, jobs)
    clocks.now += 21 * DAY
    await runDue(moved, jobs)
    expect(at).toHaveLength(2)
  })

  test('is not asked for again when the clock is put back over its time', async () => {
    const name = newName('back')
    const { at, jobs } = countingDaily(name)
    const { clocks, services: moved } = withClocks(services, Date.parse('2026-06-15T02:21:00Z'))
    await runDue(moved, jobs)
    clocks.now += DAY
    await runDue(moved, jobs)
    clocks.now -= DAY
    await runDue(moved, jobs)
    expect(at).toHaveLength(2)
  })
})

test('what has done its work is taken away at night, and what may still be needed stays', async () => {
  const now = Date.now()
  const { services: moved } = withClocks(services, now)
  const old = newName('old')
  for (let n = 0; n < 5; n += 1) await ask(moved, old)
  const rows = await rowsNamed(moved, old)
  const put = (at: number, patch: Partial<(typeof rows)[number]>) =>
    moved.db.rows(table).update({ id: rows[at]!.id }, patch)
  await put(0, { state: 'done', finishedAt: now - 31 * DAY })
  await put(1, { state: 'done', finishedAt: now - 29 * DAY })
  await put(2, { state: 'failed', finishedAt: now - 91 * DAY })
  await put(3, { state: 'failed', finishedAt: now - 89 * DAY })
  await put(4, { runAt: now - 8 * DAY })
  const unknown = newName('unknown')
  await ask(moved, unknown)
  const mail = (state: 'waiting' | 'sent' | 'failed', days: number) => {
    const id = randomUUID()
    const row = {
      id,
      template: 'x',
      kind: 'contract' as const,
      messageId: `<${id}@x>`,
      state,
      createdAt: now - days * DAY,
    }
    const unmarked = { mark: null, folded: null, topic: null, claim: null }
    return { ...row, ...unmarked, content: state === 'sent' ? null : 'sealed', sentAt: null }
  }
  const mails = [
    mail('sent', 91),
    mail('sent', 89),
    mail('failed', 31),
    mail('failed', 29),
    mail('waiting', 1),
  ] as const
  await moved.db.rows(outbox).insert(mails)

  await runDue(moved, { 'server.tidy': productJobs['server.tidy']! })

  const left = await rowsNamed(moved, old)
  expect(left.map(({ id }) => id).sort()).toEqual([1, 3, 4].map((at) => rows[at]!.id).sort())
  expect(left.find(({ id }) => id === rows[4]!.id)).toMatchObject({
    state: 'failed',
    lastError: 'This build knows no such job.',
  })
  expect(await rowNamed(moved, unknown)).toMatchObject({ state: 'waiting' })
  const kept = await moved.db.rows(outbox).list({ where: { id: mails.map(({ id }) => id) } })
  expect(new Map(kept.map(({ id, content }) => [id, content]))).toEqual(
    new Map([
      [mails[1].id, null],
      [mails[2].id, null],
      [mails[3].id, 'sealed'],
      [mails[4].id, 'sealed'],
    ]),
  )
})
