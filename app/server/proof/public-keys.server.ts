import { z } from 'zod'
import type { Database } from '../../../db/connection.server'
import { checkpoints, signingKeys } from '../../../db/tables/proof'
import type { PublicKey } from './check-receipt'

/** Every key that ever signed. Kept for ever, so that what a secret signed is checked long after that secret left APP_SECRET. */
export const publicKeys = async (db: Database): Promise<PublicKey[]> =>
  (await db.rows(signingKeys).list({ order: [['firstUsed', 'asc']] })).map(
    ({ kid, publicKey, revokedAt }) => ({
      kid,
      publicKey,
      revokedAt,
    }),
  )

/** What stands at /.well-known/otrack-receipts.json; moments as ISO text. */
export interface PublishedKeys {
  keys: {
    kid: string
    publicKey: string
    firstUsed: string
    revokedAt: string | null
    reason: string | null
  }[]
  /** The newest state of the log, signed; null before the first. */
  checkpoint: { body: string; signature: string } | null
}

/** All public keys and the newest checkpoint, for everybody. */
export async function publishedKeys(db: Database): Promise<PublishedKeys> {
  const keys = await db.rows(signingKeys).list({ order: [['firstUsed', 'asc']] })
  const [newest] = await db.rows(checkpoints).list({ order: [['size', 'desc']], limit: 1 })
  return {
    keys: keys.map(({ kid, publicKey, firstUsed, revokedAt, reason }) => ({
      kid,
      publicKey,
      firstUsed: new Date(firstUsed).toISOString(),
      revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
      reason,
    })),
    checkpoint: newest ? { body: newest.body, signature: newest.signature } : null,
  }
}

const iso = z.iso.datetime().transform((text) => Date.parse(text))

const published = z.object({
  keys: z.array(z.object({ kid: z.string(), publicKey: z.string(), revokedAt: iso.nullable() })).min(1),
})

/** The keys of a file that was taken from /.well-known/otrack-receipts.json; null if it is none. */
export function readPublishedKeys(text: string): PublicKey[] | null {
  try {
    return published.parse(JSON.parse(text)).keys
  } catch {
    return null
  }
}
