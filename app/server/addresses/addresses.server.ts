import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { Database } from '../../../db/connection.server'
import { storedKeys } from '../../../db/tables/proof'
import type { Clock } from '../clock.server'
import type { Keys } from '../crypto.server'
import type { Log } from '../log.server'
import { openKey, storedKeyPurpose } from '../proof/ring.server'
import { monthKeyOf } from './month-keys'
import { packAddress, unpackAddress } from './packed'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What makes and opens the keys. */
interface With {
  db: Database
  keys: Keys
  clock: Clock
  log: Log
}

/**
 * IP addresses as the audit trail holds them: the trail is never altered, so an address is encrypted under the key of its month, and is gone
 * when that key goes.
 */
export interface Addresses {
  /** Makes sure of the month's key. To be called before a transaction: a key that a rollback took back would open nothing. */
  ready(at: number): Promise<void>
  /** 59 letters, base64url; null for what is no address, and where the key is not ready. */
  seal(address: string | null, at: number): string | null
}

export function makeAddresses(services: With): Addresses {
  let present: { name: string; key: Buffer } | null = null
  return {
    async ready(at) {
      const name = monthKeyOf(at)
      if (present?.name === name || services.db.inTransaction()) return
      try {
        present = { name, key: keyOf(await openKey(services, name)) }
      } catch (thrown) {
        // Better an entry without its address than nothing done: where the database is away, the write itself says so.
        services.log.fault(thrown, { during: 'opening-address-key' })
      }
    },
    seal(address, at) {
      const bytes = address === null ? null : packAddress(address)
      if (!bytes || present?.name !== monthKeyOf(at)) return null
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', present.key, nonce)
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
  }
}

const keyOf = (secret: string) => Buffer.from(secret, 'base64url')

/** Opens the addresses of these entries: the answer gives an entry's address, or null where there is none or its key is gone. */
export async function openAddresses(
  { db, keys }: Pick<With, 'db' | 'keys'>,
  entries: readonly { at: number }[],
): Promise<(entry: { at: number; address: string | null }) => string | null> {
  const purpose = [...new Set(entries.map(({ at }) => monthKeyOf(at)))]
  const rows = purpose.length === 0 ? [] : await db.rows(storedKeys).list({ where: { purpose } })
  const opened = new Map(
    rows.map((row) => [row.purpose, keys.open(storedKeyPurpose(row.purpose), row.sealed)] as const),
  )
  return ({ at, address }) => {
    // Entries of a version before this hold the address itself.
    if (address === null || isIP(address) !== 0) return address
    const secret = opened.get(monthKeyOf(at))
    return secret ? decrypted(keyOf(secret), Buffer.from(address, 'base64url')) : null
  }
}

function decrypted(key: Buffer, sealed: Buffer): string | null {
  if (sealed.length !== NONCE_BYTES + 16 + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    const bytes = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]
    return unpackAddress(Buffer.concat(bytes))
  } catch {
    return null
  }
}
