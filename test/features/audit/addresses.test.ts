import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../app/server/actor'
import { makeAddresses, openAddresses } from '../../../app/server/addresses/addresses.server'
import { forgetAddressKeys } from '../../../app/server/addresses/forget-address-keys.server'
import { record } from '../../../app/server/audit.server'
import { makeKeys } from '../../../app/server/crypto.server'
import { makeRing } from '../../../app/server/proof/ring.server'
import { sealAudit } from '../../../app/server/proof/seal-audit.server'
import { write } from '../../../app/server/write.server'
import { auditEntries } from '../../../db/tables/audit'
import { testServices, type TestServices } from '../../support/services'
import { faultOf } from './a-log'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

const from = (address: string, day: string): Actor => ({
  ...services.actor(),
  address,
  at: Date.parse(`${day}T09:00:00Z`),
})
const entries = (act: string) =>
  services.db.rows(auditEntries).list({ where: { act }, order: [['at', 'asc']] })
const shown = async (act: string) => {
  const rows = await entries(act)
  return rows.map(await openAddresses(services, rows))
}

test('an address is kept encrypted, never twice alike, and can be read while the key of its month lives', async () => {
  await record(from('192.0.2.7', '2025-09-14'), 'test.seen')
  await record(from('192.0.2.7', '2025-10-14'), 'test.seen')
  await write(from('2001:db8::1', '2026-10-14'), 'test.seen', (tx) => Promise.resolve(tx.audit({})))
  const kept = (await entries('test.seen')).map(({ address }) => address ?? '')
  expect(kept.map((address) => address.length)).toEqual([59, 59, 59])
  expect(new Set(kept).size).toBe(3)
  expect(JSON.stringify(kept)).not.toMatch(/192\.0|2001:/)
  expect(await shown('test.seen')).toEqual(['192.0.2.7', '192.0.2.7', '2001:db8::1'])
})

test('thirteen months on the key goes, the address cannot be read, and the sealed entry still holds', async () => {
  await sealAudit(services.actor())
  expect(await forgetAddressKeys(from('192.0.2.7', '2026-10-31'))).toBe(1)
  expect(await shown('test.seen')).toEqual([null, '192.0.2.7', '2001:db8::1'])
  expect(await forgetAddressKeys(from('192.0.2.7', '2026-10-31'))).toBe(0)
  expect(await forgetAddressKeys(from('192.0.2.7', '2026-11-01'))).toBe(1)
  expect(await shown('test.seen')).toEqual([null, null, '2001:db8::1'])
  expect((await entries('audit.addresses-forgotten')).map(({ counts }) => counts)).toEqual([
    { keys: 1 },
    { keys: 1 },
  ])
  await sealAudit(services.actor())
  expect(await faultOf(services)).toBeNull()
})

test('what is no address is not kept', async () => {
  await record(from('unknown', '2026-10-14'), 'test.unknown')
  expect((await entries('test.unknown'))[0]?.address).toBeNull()
})

test('the keys outlive a rotation of APP_SECRET, and are sealed anew under the new one', async () => {
  const [old = ''] = services.settings.appSecrets
  const rotated = { ...services, keys: makeKeys(['n'.repeat(32), old]) }
  await makeRing(rotated).open()
  const rows = await entries('test.seen')
  const open = await openAddresses({ ...services, keys: makeKeys(['n'.repeat(32)]) }, rows)
  expect(rows.map(open).at(-1)).toBe('2001:db8::1')
  // A process that does not know the new secret yet goes on, without the address.
  const behind = makeAddresses(services)
  await behind.ready(Date.parse('2026-10-14'))
  expect(behind.seal('192.0.2.7', Date.parse('2026-10-14'))).toBeNull()
})
