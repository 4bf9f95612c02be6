import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactOf } from '../../../app/features/marketing/marketing.server'
import { undoLast } from '../../../app/features/marketing/choose.server'
import { eraseSubject } from '../../../app/privacy/erase.server'
import { personOf } from '../../../app/privacy/person.server'
import { clockActor } from '../../../app/server/actor'
import type { Services } from '../../../app/server/context'
import type { Letter } from '../../../app/server/mail/letter'
import { write } from '../../../app/server/write.server'
import { makeServices, type Running } from '../../../app/services.server'
import { testDialect } from '../../support/database'
import { testServices, type TestServices } from '../../support/services'
import { withClocks } from '../jobs/a-queue'
import { agreed, chooses, market, sendMails, stopAll } from './a-contact'

// Random lives of a few addresses on a real database: nobody is mailed marketing after their opt-out, whatever happens in between. What may
// be sent is told by a model of some lines, which knows mailboxes and nothing of how the product does it.

const RUNS = testDialect() === 'sqlite' ? 40 : 8
const HOUR = 60 * 60_000

let base: TestServices
let now: Running
beforeAll(async () => {
  base = await testServices()
  now = base
})
afterAll(async () => {
  if (now !== base) await now.stop()
  await base.drop()
})

/** A mailbox may have two spellings. */
const places = [
  { mailbox: 0, at: (run: string) => `n.b${run}@gmail.com` },
  { mailbox: 0, at: (run: string) => `nb${run}+news@googlemail.com` },
  { mailbox: 1, at: (run: string) => `head-${run}@hill.sch.uk` },
  { mailbox: 2, at: (run: string) => `head-${run}+a@hill.sch.uk` },
] as const

const who = fc.nat({ max: places.length - 1 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('agrees' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('stops' as const),
      who,
      by: fc.constantFrom('link' as const, 'one-click' as const, 'address' as const, 'staff' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('undoes' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('is typed in' as const, 'comes by a list' as const), who }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('is erased' as const), who }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('is written to' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('sends' as const, 'dies before' as const, 'dies after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rotates' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What may be sent, by mailbox, and what an undo would bring back, by address. */
class Model {
  readonly allowed = new Set<number>()
  readonly undo = new Map<number, boolean>()

  after(one: Step): void {
    if (!('who' in one)) return
    const mailbox = places[one.who]?.mailbox ?? -1
    const before = this.allowed.has(mailbox)
    if (one.act === 'agrees') this.allowed.add(mailbox)
    if (one.act === 'stops' || one.act === 'is erased') this.allowed.delete(mailbox)
    if (one.act === 'undoes' && this.undo.get(one.who)) this.allowed.add(mailbox)
    if (one.act === 'agrees' || one.act === 'undoes' || one.act === 'is erased') this.undo.delete(one.who)
    if (one.act === 'stops' && before) this.undo.set(one.who, one.by === 'link' || one.by === 'one-click')
  }
}

let sent = 0
let heldBack = 0

test(
  '[P17] [P19] nobody is mailed marketing after their opt-out, in whatever order they stop, agree, are listed, are erased, messages are sent, processes die and secrets rotate',
  { timeout: 300_000 },
  async () => {
    const { clocks } = withClocks(base)
    const live = fc.array(step, { minLength: 5, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(live, async (steps) => {
        const run = randomUUID().slice(0, 8)
        const model = new Model()
        const late: string[] = []
        let dies: 'before' | 'after' | null = null
        const deliver = (letter: Letter) => {
          if (dies === 'before') throw new Error('The process died.')
          const at = places.findIndex((place) => place.at(run) === letter.to)
          if (letter.headers?.['List-Unsubscribe'] && at >= 0) {
            sent += 1
            if (!model.allowed.has(places[at]?.mailbox ?? -1)) late.push(letter.to)
          }
          if (dies === 'after') throw new Error('The process died.')
          return Promise.resolve({ ok: true as const })
        }
        const services = (): Services => ({
          ...now,
          mailer: { sender: now.mailer.sender, deliver, close: () => undefined },
          clock: { now: () => clocks.now, machine: () => clocks.now },
        })
        for (const one of steps) {
          await carryOut(services(), one, run, (how) => (dies = how))
          dies = null
          model.after(one)
          clocks.now += HOUR
        }
        await sendMails(services())
        expect(late).toEqual([])
      }),
      { numRuns: RUNS },
    )
    expect(sent).toBeGreaterThan(RUNS / 4)
    expect(heldBack).toBeGreaterThan(RUNS / 4)
  },
)

async function carryOut(
  services: Services,
  one: Step,
  run: string,
  die: (how: 'before' | 'after') => void,
): Promise<void> {
  const actor = clockActor(services, 'test')
  if (!('who' in one)) {
    if (one.act === 'rotates') return await rotate()
    if (one.act !== 'sends') die(one.act === 'dies before' ? 'before' : 'after')
    await sendMails(services)
    return
  }
  const email = places[one.who]?.at(run) ?? ''
  switch (one.act) {
    case 'agrees':
      return void (await chooses(services, email))
    case 'stops':
      return void (await chooses(services, email, {
        ...stopAll,
        collectedBy: one.by,
        proven: one.by !== 'address',
      }))
    case 'undoes':
      return await write(actor, 'test.found', async (tx) => {
        tx.audit({})
        return await contactOf(actor, tx, email, { keepEmail: false })
      }).then(async ({ id }) => void (await undoLast(actor, id)))
    case 'is typed in':
      return void (await chooses(services, email, {
        ...agreed,
        collectedBy: 'demo',
        wording: 'demo',
        proven: false,
      }))
    case 'comes by a list':
      await expect(chooses(services, email, { ...agreed, collectedBy: 'import' })).rejects.toThrow()
      return
    case 'is erased':
      return void (await write(actor, 'test.erased', async (tx) => {
        tx.audit({})
        return await eraseSubject(
          actor,
          tx,
          await personOf(actor, { kind: 'subscriber', id: randomUUID(), email }),
        )
      }))
    case 'is written to':
      if (!(await market(services, email))) heldBack += 1
  }
}

/** A new first secret; the one before still opens, those before it are gone. */
async function rotate(): Promise<void> {
  const before = now
  const appSecrets = [randomBytes(32).toString('base64'), ...before.settings.appSecrets].slice(0, 2)
  now = await makeServices({ ...before.settings, appSecrets })
  await now.ring.open()
  if (before !== base) await before.stop()
}

test(
  '[P17] what is sent at the very moment of an opt-out was claimed before it was committed',
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < (testDialect() === 'sqlite' ? 20 : 30); round++) {
      const email = `moment-${round}-${randomUUID().slice(0, 8)}@home.example`
      let stopped = false
      let late = 0
      const deliver = ({ headers }: Letter) => {
        if (stopped && headers?.['List-Unsubscribe']) late += 1
        return Promise.resolve({ ok: true as const })
      }
      const services: Services = { ...base, mailer: { ...base.mailer, deliver } }
      await chooses(services, email)
      for (let more = 0; more < 4; more++) await market(services, email)
      await Promise.all([sendMails(services), chooses(services, email, stopAll).then(() => (stopped = true))])
      await sendMails(services)
      expect(late).toBeLessThanOrEqual(1)
      const before = late
      await market(services, email)
      await sendMails(services)
      expect(late).toBe(before)
    }
  },
)
