import { sessions, signUps } from '../../../db/tables/accounts'
import type { Actor } from '../../server/actor'
import { write } from '../../server/write.server'
import { signUpsKeptSince } from './rules/sign-ups'

/** The nightly job: deletes sessions that have ended, and sign-ups that nobody confirmed in their time. */
export async function tidyAccounts(actor: Actor): Promise<void> {
  const { db } = actor.services
  await write(actor, 'accounts.tidied', async (tx) => {
    const ended = await db.rows(sessions).remove({ expiresAt: { lte: actor.at } })
    const unconfirmed = await db.rows(signUps).remove({ createdAt: { lt: signUpsKeptSince(actor.at) } })
    tx.audit({ counts: { sessions: ended, signUps: unconfirmed } })
  })
}
