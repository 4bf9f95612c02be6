import { storedKeys } from '../../../db/tables/proof'
import type { Actor } from '../actor'
import { write } from '../write.server'
import { MONTH_KEYS, oldestMonthKey } from './month-keys'

/** The names of the keys whose time is over at the actor's moment. */
export async function addressKeysDue(actor: Actor): Promise<string[]> {
  const rows = await actor.services.db
    .rows(storedKeys)
    .list({ where: { purpose: { like: `${MONTH_KEYS}%` } }, fields: ['purpose'] })
  const oldest = oldestMonthKey(actor.at)
  return rows.map(({ purpose }) => purpose).filter((purpose) => purpose < oldest)
}

/**
 * Deletes the keys of months that began thirteen months ago or earlier: the IP addresses of their audit entries can be read by nobody any
 * more, and the entries stay as they were sealed. Answers how many keys went.
 */
export async function forgetAddressKeys(actor: Actor): Promise<number> {
  const purpose = await addressKeysDue(actor)
  if (purpose.length === 0) return 0
  return await write(actor, 'audit.addresses-forgotten', async (tx) => {
    const keys = await actor.services.db.rows(storedKeys).remove({ purpose })
    tx.audit({ counts: { keys } })
    return keys
  })
}
