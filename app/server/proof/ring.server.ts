import { UniqueConstraintError } from 'sequelize'
import type { Database } from '../../../db/connection.server'
import { signingKeys, storedKeys } from '../../../db/tables/proof'
import type { Clock } from '../clock.server'
import { makeKeys, randomToken, type Keys } from '../crypto.server'
import type { Signer } from './signer'

/**
 * What the stored keys are for. `addresses`: the keyed hash of an address that opted out. `opt-out links`: tokens that never expire.
 * `erased pupils`: the mark that holds an erased pupil back.
 */
const purposes = ['addresses', 'opt-out links', 'erased pupils'] as const
export type RingPurpose = (typeof purposes)[number]

/** Keys that outlive every rotation of `APP_SECRET`: what was hashed or linked under them could not be hashed or linked again. */
export interface Ring {
  /** Makes what is missing, opens all, seals anew what an older secret sealed. Before anything else asks; after migrating. */
  open(): Promise<void>
  /** Throws before `open`. */
  keys(purpose: RingPurpose): Keys
}

export function makeRing(services: { db: Database; keys: Keys; clock: Clock; signer: Signer }): Ring {
  const opened = new Map<RingPurpose, Keys>()
  return {
    async open() {
      for (const { kid, publicKey } of services.signer.own) await noteSigningKey(services, kid, publicKey)
      // Keys of other makers (an address's month) need only be sealed anew.
      for (const { purpose } of await services.db.rows(storedKeys).list({ fields: ['purpose'] }))
        if (!(purposes as readonly string[]).includes(purpose)) await openKey(services, purpose)
      for (const purpose of purposes) opened.set(purpose, makeKeys([await openKey(services, purpose)]))
    },
    keys(purpose) {
      const keys = opened.get(purpose)
      if (!keys) throw new Error('The ring of stored keys is not open yet')
      return keys
    },
  }
}

/** For what a stored key is sealed. */
export const storedKeyPurpose = (purpose: string): string => `stored key ${purpose}`

/** The stored secret of a purpose, made at first use. Throws if APP_SECRET holds none that opens it. */
export async function openKey(
  { db, keys, clock }: { db: Database; keys: Keys; clock: Clock },
  purpose: string,
): Promise<string> {
  const rows = db.rows(storedKeys)
  const seal = (secret: string) => keys.seal(storedKeyPurpose(purpose), secret)
  const found = await rows.find({ purpose })
  if (!found) {
    const secret = randomToken()
    try {
      await rows.insert({ purpose, sealed: seal(secret), createdAt: clock.now() })
      return secret
    } catch (error) {
      // Another process made it at the same moment: theirs counts.
      if (error instanceof UniqueConstraintError) return await openKey({ db, keys, clock }, purpose)
      throw error
    }
  }
  const secret = keys.open(storedKeyPurpose(purpose), found.sealed)
  if (secret === null)
    throw new Error(
      'APP_SECRET lacks the secret under which the stored keys were sealed: put it back into the list',
    )
  if (!keys.sealedByFirst(found.sealed))
    await rows.update({ purpose, sealed: found.sealed }, { sealed: seal(secret) })
  return secret
}

async function noteSigningKey({ db, clock }: { db: Database; clock: Clock }, kid: string, publicKey: string) {
  const rows = db.rows(signingKeys)
  if (await rows.find({ kid })) return
  try {
    await rows.insert({ kid, publicKey, firstUsed: clock.now(), revokedAt: null, reason: null })
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error
  }
}
