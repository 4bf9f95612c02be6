import { entryOf } from '../../../app/server/audit.server'
import { newId } from '../../../app/server/ids'
import { sealAudit } from '../../../app/server/proof/seal-audit.server'
import { verifyAudit } from '../../../app/server/proof/verify-audit.server'
import { write } from '../../../app/server/write.server'
import { onlyGrow } from '../../../db/migrations/sql'
import { auditEntries } from '../../../db/tables/audit'
import { auditLeaves } from '../../../db/tables/proof'
import type { TestServices } from '../../support/services'

/** The tables in which the database itself refuses changes. */
export const guarded = ['audit_entries', 'audit_seals', 'audit_leaves', 'checkpoints'] as const

/** Writes so many entries, each in a transaction of its own. */
export async function writeEntries(services: TestServices, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1)
    await write(services.actor(), 'test.written', (tx) => Promise.resolve(tx.audit({ counts: { left } })))
}

/** Writes so many at once: for tests that need more than a batch. */
export async function writeMany(services: TestServices, count: number): Promise<void> {
  const actor = services.actor()
  await services.db
    .rows(auditEntries)
    .insert(Array.from({ length: count }, (_, at) => entryOf(actor, 'test.many', {}, newId(actor.at), at)))
}

/** Writes and seals batches of these sizes. */
export async function sealedLog(services: TestServices, sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    await writeEntries(services, size)
    await sealAudit(services.actor())
  }
}

/** Refs of a seal's leaves in their order. */
export const refsOf = async ({ db }: TestServices, seal: number): Promise<string[]> =>
  (await db.rows(auditLeaves).list({ where: { seal }, order: [['place', 'asc']] })).map(({ ref }) => ref)

/** The first fault that verify-audit names. */
export const faultOf = async (services: TestServices, copy: string | null = null): Promise<string | null> =>
  (await verifyAudit(services, copy)).fault

/** What somebody who administers the database can do: the triggers are dropped, and any SQL is run. */
export async function tamper({ db }: TestServices, ...sql: readonly string[]): Promise<void> {
  const triggers = onlyGrow('grow', guarded)
  for (const one of [...triggers.down(db.dialect), ...sql, ...triggers.up(db.dialect)])
    await db.sequelize.query(one)
}
