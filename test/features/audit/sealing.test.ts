import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealAudit } from '../../../app/server/proof/seal-audit.server'
import { verifyAudit } from '../../../app/server/proof/verify-audit.server'
import { auditLeaves, auditSeals, auditWaiting } from '../../../db/tables/proof'
import { startApp } from '../../support/app'
import { cast } from '../../support/cast'
import { testServices, type TestServices } from '../../support/services'
import { until } from '../jobs/a-queue'
import { receiptsByMail } from '../receipts/a-receipt'
import { faultOf, writeEntries, writeMany } from './a-log'

describe('sealing', () => {
  let services: TestServices
  beforeEach(async () => {
    services = await testServices()
  })
  afterEach(() => services.drop())

  const count = async (table: string) =>
    Number((await services.db.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n)

  test('takes what waits in batches, and nothing twice', async () => {
    await writeMany(services, 1_100)
    await sealAudit(services.actor())
    await sealAudit(services.actor())
    const seals = await services.db.rows(auditSeals).list({ order: [['number', 'asc']] })
    expect(seals.map(({ number, leaves }) => [number, leaves])).toEqual([
      [1, 500],
      [2, 500],
      [3, 100],
    ])
    expect(await services.db.rows(auditWaiting).count()).toBe(0)
    expect(await faultOf(services)).toBeNull()
  })

  test('two sealers at the same moment seal each entry once', async () => {
    await writeMany(services, 1_300)
    await Promise.all([1, 2, 3].map(() => sealAudit(services.actor())))
    expect(await count('audit_leaves')).toBe(1_300)
    expect(await verifyAudit(services, null)).toMatchObject({ fault: null, leaves: 1_300, waiting: 0 })
  })

  test('while it seals, others go on writing, and it takes what they write by and by', async () => {
    await writeMany(services, 600)
    await Promise.all([sealAudit(services.actor()), writeEntries(services, 20), sealAudit(services.actor())])
    await sealAudit(services.actor())
    expect(await verifyAudit(services, null)).toMatchObject({ fault: null, leaves: 620, waiting: 0 })
  })

  test('that dies after any of its statements has done nothing, and the next one does it all', async () => {
    const dying = {
      'INSERT ON audit_seals': 'BEFORE',
      'INSERT ON audit_leaves': 'AFTER',
      'DELETE ON audit_waiting': 'AFTER',
    }
    await writeEntries(services, 3)
    for (const [act, when] of Object.entries(dying)) {
      const dies =
        services.db.dialect === 'sqlite'
          ? `CREATE TRIGGER dies ${when} ${act} BEGIN SELECT RAISE(ABORT, 'died'); END`
          : `CREATE TRIGGER dies ${when} ${act} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'died'`
      await services.db.sequelize.query(dies)
      await expect(sealAudit(services.actor())).rejects.toMatchObject({
        parent: { message: expect.stringContaining('died') as string },
      })
      await services.db.sequelize.query('DROP TRIGGER dies')
      expect([await count('audit_seals'), await count('audit_leaves'), await count('audit_waiting')]).toEqual(
        [0, 0, 3],
      )
    }
    await sealAudit(services.actor())
    expect(await verifyAudit(services, null)).toMatchObject({ fault: null, leaves: 3, waiting: 0 })
  })

  test('a mark of waiting for what is sealed already stops nothing and is taken away', async () => {
    await writeEntries(services, 2)
    await sealAudit(services.actor())
    const [leaf] = await services.db.rows(auditLeaves).list()
    await services.db.rows(auditWaiting).insert({ ref: leaf?.ref ?? '', kind: 'entry' })
    await writeEntries(services, 1)
    await sealAudit(services.actor())
    expect(await verifyAudit(services, null)).toMatchObject({ fault: null, leaves: 3, waiting: 0 })
  })
})

test('[P21] the running server seals by itself, takes up what it left when it was killed, and the command says that all holds', async () => {
  const app = await startApp()
  const waiting = async () => (await app.rows('SELECT ref FROM audit_waiting')).length
  const head = await app.signIn(cast.head)
  await head.get('/portal/pupils')
  const { erased } = await receiptsByMail(app)
  // Killed with entries that nobody has asked to be sealed yet.
  await head.get('/portal/pupils')
  await app.kill()
  const again = await startApp({ beside: app })
  await until(async () => (await waiting()) === 0, 30_000)
  const shown = await again.visitor().get(`/receipts/${erased.reference}`)
  expect(shown.text).toMatch(/Entered in the log as seal \d+/)
  const verified = await again.admin('verify-audit')
  expect(verified.output).toMatch(/The audit trail holds: \d+ entries/)
  expect(verified.status).toBe(0)
  await again.stop()
})
