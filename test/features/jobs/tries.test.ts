import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { days, GiveUp, job, times, TryLater, type Job } from '../../../app/server/queue/job'
import { claim } from '../../../app/server/queue/leases.server'
import { runDue } from '../../../app/server/queue/run-due.server'
import { testServices, type TestServices } from '../../support/services'
import { ask, newName, rowNamed, rowsNamed, withClocks } from './a-queue'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
let services: TestServices

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const anything = z.looseObject({})
const throwing = (thrown: () => Error, options: Parameters<typeof job>[2]): Job =>
  job(anything, () => Promise.reject(thrown()), options)

describe('a job that fails', () => {
  test('is tried again later and later, and given up after its tries', async () => {
    const name = newName('fails')
    const { clocks, services: moved } = withClocks(services)
    const gaveUp: unknown[] = []
    const jobs = {
      [name]: throwing(() => new TypeError('Amira Bell, amira@home.example'), {
        retry: times(3),
        gaveUp: (_actor, payload) => Promise.resolve(void gaveUp.push(payload)),
      }),
    }
    await ask(moved, name, { n: 1 })
    const waits: number[] = []
    for (const attempts of [1, 2]) {
      expect(await runDue(moved, jobs)).toBe(0)
      const row = await rowNamed(moved, name)
      expect(row).toMatchObject({ state: 'waiting', attempts, leaseOwner: null, leaseUntil: null })
      waits.push(row.runAt - clocks.now)
      expect(gaveUp).toEqual([])
      clocks.now = row.runAt
    }
    expect(waits[0]).toBeGreaterThanOrEqual(5 * SECOND)
    expect(waits[0]).toBeLessThanOrEqual(6 * SECOND)
    expect(waits[1]).toBeGreaterThanOrEqual(10 * SECOND)
    expect(waits[1]).toBeLessThanOrEqual(12 * SECOND)
    await runDue(moved, jobs)
    const row = await rowNamed(moved, name)
    expect(row).toMatchObject({
      state: 'failed',
      attempts: 3,
      lastError: 'TypeError',
      finishedAt: clocks.now,
    })
    expect(gaveUp).toEqual([{ n: 1 }])
  })

  test('with a limit of time is given up so long after it was first due, not after it was asked for', async () => {
    const name = newName('days')
    const { clocks, services: moved } = withClocks(services)
    const jobs = { [name]: throwing(() => new TryLater('The server is away.'), { retry: days(2) }) }
    const dueAt = clocks.now + 5 * DAY
    await ask(moved, name, {}, { at: dueAt })
    await runDue(moved, jobs)
    expect((await rowNamed(moved, name)).attempts).toBe(0)
    clocks.now = dueAt
    for (;;) {
      await runDue(moved, jobs)
      const row = await rowNamed(moved, name)
      if (row.state === 'failed') break
      expect(row.runAt - dueAt).toBeLessThan(2.1 * DAY)
      clocks.now = row.runAt
    }
    const row = await rowNamed(moved, name)
    expect(row.lastError).toBe('The server is away.')
    expect(clocks.now - dueAt).toBeGreaterThanOrEqual(2 * DAY)
    expect(row.attempts).toBeGreaterThan(30)
  })

  test('is given up at once where trying again cannot help', async () => {
    const name = newName('for-good')
    await ask(services, name)
    await runDue(services, { [name]: throwing(() => new GiveUp('Nobody is there.'), { retry: times(9) }) })
    expect(await rowNamed(services, name)).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: 'Nobody is there.',
    })
  })

  test('is given up when what it was told cannot be read', async () => {
    const name = newName('payload')
    let called = false
    const strict = job(z.object({ n: z.number() }), () => Promise.resolve(void (called = true)), {
      retry: times(9),
      gaveUp: () => Promise.resolve(void (called = true)),
    })
    await ask(services, name, { n: 'Amira Bell' })
    await runDue(services, { [name]: strict })
    const { state, lastError } = await rowNamed(services, name)
    expect([state, lastError, called]).toEqual([
      'failed',
      'The job was asked for with another payload than this build knows.',
      false,
    ])
  })

  test('is given up although what is to be told of it throws', async () => {
    const name = newName('gave-up')
    const jobs = {
      [name]: throwing(() => new GiveUp('No.'), {
        retry: times(1),
        gaveUp: () => Promise.reject(new Error('x')),
      }),
    }
    await ask(services, name)
    await runDue(services, jobs)
    expect((await rowNamed(services, name)).state).toBe('failed')
  })

  test('does not keep others from their turn', async () => {
    const [bad, good] = [newName('bad'), newName('good')]
    let done = 0
    const jobs = {
      [bad]: throwing(() => new Error('x'), { retry: times(5) }),
      [good]: job(anything, () => Promise.resolve(void (done += 1)), { retry: times(1) }),
    }
    for (let n = 0; n < 3; n += 1) {
      await ask(services, bad)
      await ask(services, good)
    }
    expect(await runDue(services, jobs)).toBe(3)
    expect(done).toBe(3)
  })
})

test('a job that takes its process with it every time is given up', async () => {
  const name = newName('kills')
  const { clocks, services: moved } = withClocks(services)
  let begun = 0
  const jobs = { [name]: job(anything, () => Promise.resolve(void (begun += 1)), { retry: times(3) }) }
  await ask(moved, name)
  for (let death = 0; death < 3; death += 1) {
    // Claimed, and never heard of again.
    expect(await claim(moved, { names: [name], most: 1, leaseMs: 1000 })).toHaveLength(1)
    clocks.machine += 1001
  }
  await runDue(moved, jobs)
  const { state, lastError, deaths } = await rowNamed(moved, name)
  expect([state, lastError, deaths, begun]).toEqual([
    'failed',
    'Every try ended with the end of the process.',
    3,
    0,
  ])
})

test('a job that this build does not know is left for one that does', async () => {
  const name = newName('newer')
  await ask(services, name)
  await runDue(services, { [newName()]: job(anything, () => Promise.resolve(), { retry: times(1) }) })
  expect(await rowNamed(services, name)).toMatchObject({ state: 'waiting', attempts: 0 })
})

describe('a job with a key', () => {
  const counting = () => {
    const counted = { runs: 0, during: () => Promise.resolve() }
    const one = job(
      anything,
      async () => {
        counted.runs += 1
        await counted.during()
      },
      { retry: times(2) },
    )
    return { counted, one }
  }

  test('is one job until it begins, at the earliest moment asked for', async () => {
    const name = newName('key')
    const { counted, one } = counting()
    const soon = Date.now() + DAY
    for (const at of [soon + DAY, soon, soon + 2 * DAY]) await ask(services, name, {}, { key: name, at })
    expect((await rowNamed(services, name)).runAt).toBe(soon)
    await ask(services, name, {}, { key: name })
    expect(await runDue(services, { [name]: one })).toBe(1)
    expect(counted.runs).toBe(1)
    await ask(services, name, {}, { key: name })
    expect(await rowsNamed(services, name)).toHaveLength(2)
    await runDue(services, { [name]: one })
  })

  test('asked for by many at once is one job', async () => {
    const name = newName('many')
    await Promise.all(Array.from({ length: 8 }, () => ask(services, name, {}, { key: name })))
    expect(await rowsNamed(services, name)).toHaveLength(1)
  })

  test.each(['succeeds', 'fails for good'])(
    'asked for while it runs is run once more, also when that run %s',
    async (how) => {
      const name = newName('again')
      const { counted, one } = counting()
      counted.during = async () => {
        if (counted.runs > 1) return
        await ask(services, name, {}, { key: name })
        await ask(services, name, {}, { key: name })
        if (how !== 'succeeds') throw new GiveUp('No.')
      }
      await ask(services, name, {}, { key: name })
      await runDue(services, { [name]: one })
      // The moment of the second run is a millisecond on.
      await runDue(withClocks(services, Date.now() + SECOND).services, { [name]: one })
      expect(counted.runs).toBe(2)
      expect(await rowNamed(services, name)).toMatchObject({ state: 'done', lastError: null })
    },
  )
})
