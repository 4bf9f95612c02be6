import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { job, times, type JobContext } from '../../../app/server/queue/job'
import { claim, renew } from '../../../app/server/queue/leases.server'
import { endLeasesOfTheDead } from '../../../app/server/queue/owner.server'
import { startWorker } from '../../../app/server/queue/worker.server'
import { clockActor } from '../../../app/server/actor'
import { write } from '../../../app/server/write.server'
import { jobs as table } from '../../../db/tables/jobs'
import { testServices, type TestServices } from '../../support/services'
import { ask, newName, rowNamed, rowsNamed, until, withClocks } from './a-queue'

let services: TestServices

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const numbered = z.object({ n: z.number() })
const anything = z.object({})

describe('two workers', () => {
  test('do 200 jobs between them, each once', async () => {
    const name = newName('shared')
    const done: number[] = []
    const jobs = {
      [name]: job(
        numbered,
        async (_actor, { n }) => {
          await sleep(n % 5)
          done.push(n)
        },
        { retry: times(1) },
      ),
    }
    await write(clockActor(services, 'test'), 'test.asked', async (tx) => {
      for (let n = 0; n < 200; n += 1) await tx.job(name, { n })
      tx.audit({})
    })
    const workers = [startWorker(services, jobs), startWorker(services, jobs)]
    await until(() => done.length >= 200, 25_000)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect([...done].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    const rows = await rowsNamed(services, name)
    expect(
      rows.filter(({ state, attempts, deaths }) => state !== 'done' || attempts !== 1 || deaths !== 0),
    ).toEqual([])
  })

  test('that ask for the same row at the same moment do not both get it', async () => {
    const name = newName('one')
    await ask(services, name)
    const wish = { names: [name], most: 3, leaseMs: 30_000 }
    const found = await Promise.all(Array.from({ length: 8 }, () => claim(services, wish)))
    expect(found.flat()).toHaveLength(1)
    expect((await rowNamed(services, name)).attempts).toBe(1)
  })
})

describe('a lease', () => {
  test('keeps others away until it ends; then another takes over, and the first can end nothing any more', async () => {
    const name = newName('lease')
    const { clocks, services: moved } = withClocks(services)
    await ask(moved, name)
    const wish = { names: [name], most: 1, leaseMs: 10_000 }
    const [first] = await claim(moved, wish)
    clocks.machine += 9_999
    expect(await claim(moved, wish)).toEqual([])
    clocks.machine += 1
    const [second] = await claim(moved, wish)
    expect(second).toMatchObject({ id: first?.id, attempts: 2, deaths: 1 })
    expect(await renew(moved, first!, 10_000)).toBe(false)
    expect(await renew(moved, second!, 10_000)).toBe(true)
  })

  test('does not end because the product’s clock is moved', async () => {
    const name = newName('moved')
    const { clocks, services: moved } = withClocks(services)
    await ask(moved, name)
    const wish = { names: [name], most: 1, leaseMs: 10_000 }
    expect(await claim(moved, wish)).toHaveLength(1)
    clocks.now += 400 * 24 * 60 * 60_000
    expect(await claim(moved, wish)).toEqual([])
  })

  test('is renewed while the job runs, however long', async () => {
    const name = newName('long')
    let begun = 0
    const slow = job(
      anything,
      async () => {
        begun += 1
        await sleep(1200)
      },
      { retry: times(3) },
    )
    await ask(services, name)
    const workers = [1, 2].map(() => startWorker(services, { [name]: slow }, { leaseMs: 300 }))
    await until(async () => (await rowNamed(services, name)).state === 'done')
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(begun).toBe(1)
  })

  test('lost to another tells the job to end, and what it does then changes nothing', async () => {
    const name = newName('lost')
    const told: boolean[] = []
    const stubborn = job(
      anything,
      async (_actor, _payload, { signal }) => {
        await services.db.rows(table).update({ name }, { leaseOwner: '00000000-0000-7000-8000-000000000000' })
        await until(() => signal.aborted)
        told.push(signal.aborted)
      },
      { retry: times(3) },
    )
    await ask(services, name)
    const worker = startWorker(services, { [name]: stubborn }, { leaseMs: 300 })
    await until(() => told.length === 1)
    await worker.stop()
    expect(await rowNamed(services, name)).toMatchObject({
      state: 'waiting',
      leaseOwner: '00000000-0000-7000-8000-000000000000',
    })
  })

  test('of a process of this machine that is gone ends at once on SQLite, and is waited for on MySQL', async () => {
    const name = newName('dead')
    await ask(services, name)
    const wish = { names: [name], most: 1, leaseMs: 60_000 }
    await claim(services, wish)
    await endLeasesOfTheDead(services)
    expect(await claim(services, wish)).toEqual([])
    // Held by number 1 of a machine long gone: ours, too, is alive, but began later than this id says.
    const ours = `01900000-0000-7000-8000-${process.pid.toString(16).padStart(12, '0')}`
    await services.db.rows(table).update({ name }, { leaseOwner: ours })
    await endLeasesOfTheDead(services)
    const taken = await claim(services, wish)
    if (services.db.dialect === 'mariadb') expect(taken).toEqual([])
    else expect(taken).toMatchObject([{ deaths: 1, attempts: 2 }])
  })
})

describe('a worker', () => {
  test('begins a job at once when it was asked for in its own process', async () => {
    const name = newName('bell')
    let begunAt = 0
    const quick = job(anything, () => Promise.resolve(void (begunAt = performance.now())), {
      retry: times(1),
    })
    const worker = startWorker(services, { [name]: quick })
    await sleep(300)
    const waits: number[] = []
    for (let round = 0; round < 5; round += 1) {
      begunAt = 0
      await ask(services, name)
      const asked = performance.now()
      await until(() => begunAt > 0)
      waits.push(begunAt - asked)
    }
    await worker.stop()
    expect(Math.min(...waits)).toBeLessThan(60)
  })

  test('that is stopped claims nothing more, tells what runs, and gives it back uncounted', async () => {
    const name = newName('stop')
    const contexts: JobContext[] = []
    const long = job(
      anything,
      async (_actor, _payload, context) => {
        contexts.push(context)
        await until(() => context.signal.aborted)
        context.signal.throwIfAborted()
      },
      { retry: times(1) },
    )
    for (let n = 0; n < 5; n += 1) await ask(services, name)
    const worker = startWorker(services, { [name]: long })
    await until(() => contexts.length === 3)
    await worker.stop()
    await sleep(100)
    expect(contexts).toHaveLength(3)
    const rows = await rowsNamed(services, name)
    expect(
      rows.filter(
        ({ state, attempts, leaseOwner }) => state !== 'waiting' || attempts !== 0 || leaseOwner !== null,
      ),
    ).toEqual([])
  })

  test('stops within ten seconds though a job will not end', async () => {
    const name = newName('deaf')
    let free: () => void = () => undefined
    let begun = false
    const deaf = job(
      anything,
      () => {
        begun = true
        return new Promise<void>((resolve) => (free = resolve))
      },
      { retry: times(1) },
    )
    await ask(services, name)
    const worker = startWorker(services, { [name]: deaf })
    await until(() => begun)
    const began = performance.now()
    await worker.stop()
    expect(performance.now() - began).toBeLessThan(9_500)
    expect(await rowNamed(services, name)).toMatchObject({ state: 'waiting', attempts: 0, leaseOwner: null })
    free()
  })
})
