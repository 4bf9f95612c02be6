import { auditWaiting } from '../../../db/tables/proof'
import { clockActor } from '../actor'
import type { Services } from '../context'
import { putJob } from '../queue/put-job.server'

/** Asks for the sealing job, if anything waits. */
export async function askForSeal(services: Services): Promise<void> {
  const { db, bell } = services
  if ((await db.rows(auditWaiting).list({ limit: 1 })).length === 0) return
  const actor = clockActor(services, 'sealing')
  await db.transaction(() => putJob(actor, 'audit.seal', {}, { key: 'audit.seal' }))
  bell.ring()
}
