import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '../../../app/server/write.server'
import { auditEntries } from '../../../db/tables/audit'
import { jobs } from '../../../db/tables/jobs'
import { testDialect } from '../../support/database'
import { faultProxy, type FaultProxy } from '../../support/fault-proxy'
import { testServices, type TestServices } from '../../support/services'

let services: TestServices

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const job = (act: string) => `${act}-${randomUUID()}`
const jobsNamed = (name: string) => services.db.rows(jobs).count({ name })
const entriesOf = (act: string) => services.db.rows(auditEntries).list({ where: { act } })

describe('write', () => {
  test('commits its rows together with an entry that says who, what, when and through which door', async () => {
    const name = job('kept')
    await write(services.actor(), 'test.kept', async (tx) => {
      await tx.job(name, {})
      tx.audit({ subject: { kind: 'pupil', id: 'p-1' }, fields: ['last_name'], counts: { rows: 1 } })
    })
    expect(await jobsNamed(name)).toBe(1)
    const [entry] = await entriesOf('test.kept')
    expect(entry).toMatchObject({
      actorKind: 'clock',
      subjectKind: 'pupil',
      subjectId: 'p-1',
      fields: ['last_name'],
      counts: { rows: 1 },
      door: 'test',
    })
  })

  test('refuses to commit without an entry', async () => {
    const name = job('unaudited')
    await expect(write(services.actor(), 'test.unaudited', (tx) => tx.job(name, {}))).rejects.toThrow('audit')
    expect(await jobsNamed(name)).toBe(0)
  })

  test('leaves nothing behind when it refuses or throws, and answers with the refusal', async () => {
    const name = job('refused')
    const answer = await write(services.actor(), 'test.refused', async (tx): Promise<{ ok: boolean }> => {
      await tx.job(name, {})
      tx.audit({})
      return tx.refuse({ ok: false })
    })
    expect(answer).toEqual({ ok: false })
    expect(await jobsNamed(name)).toBe(0)
    expect(await entriesOf('test.refused')).toEqual([])
  })

  test('the same form again, also at the same moment, is answered as the first and changes nothing', async () => {
    const name = job('once')
    const once = randomUUID()
    const post = () =>
      write(
        services.actor(),
        'test.once',
        async (tx) => {
          await tx.job(name, {})
          tx.audit({})
          return { reference: tx.newId() }
        },
        { once },
      )
    const answers = [...(await Promise.all([post(), post(), post()])), await post()]
    expect(new Set(answers.map((answer) => answer.reference)).size).toBe(1)
    expect(await jobsNamed(name)).toBe(1)
    expect(await entriesOf('test.once')).toHaveLength(1)
  })

  test('200 at once: none is lost', async () => {
    const name = job('many')
    await Promise.all(
      Array.from({ length: 200 }, () =>
        write(services.actor(), 'test.many', async (tx) => {
          await tx.job(name, {})
          tx.audit({})
        }),
      ),
    )
    expect(await jobsNamed(name)).toBe(200)
    expect(await entriesOf('test.many')).toHaveLength(200)
  })
})

if (testDialect() === 'mariadb')
  describe('a line that is cut', () => {
    let proxy: FaultProxy
    let far: TestServices
    beforeAll(async () => {
      const { hostname, port } = new URL(services.settings.databaseUrl)
      proxy = await faultProxy({ host: hostname, port: Number(port) })
      far = await testServices({ reach: (url) => url.replace(/@[^/]+/, `@127.0.0.1:${proxy.port}`) })
    })
    afterAll(async () => {
      await far.drop()
      await proxy.close()
    })

    test.each(['COMMIT', 'INSERT INTO `jobs`', 'START TRANSACTION'])(
      'after %s: the work is done once',
      async (word) => {
        const name = job('cut')
        const before = proxy.cuts()
        proxy.cutAfter(word)
        const answer = await write(far.actor(), 'test.cut', async (tx) => {
          await tx.job(name, {})
          tx.audit({})
          return 'done'
        })
        expect(answer).toBe('done')
        expect(proxy.cuts()).toBe(before + 1)
        expect(await far.db.rows(jobs).count({ name })).toBe(1)
      },
    )
  })
