import type { Database } from '../../db/connection.server'
import type { Addresses } from './addresses/addresses.server'
import type { Clock } from './clock.server'
import type { Keys } from './crypto.server'
import type { Limits } from './limits.server'
import type { Links } from './links.server'
import type { Log } from './log.server'
import type { Mailer } from './mail/mailer.server'
import type { MayMarket } from './mail/marketing'
import type { Ring } from './proof/ring.server'
import type { Sealing } from './proof/sealing.server'
import type { Signer } from './proof/signer'
import type { Bell } from './queue/bell'
import type { Settings } from './settings'

/** Everything that is made once, at start, from the settings. Handed on, never looked up. */
export interface Services {
  readonly settings: Settings
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly keys: Keys
  readonly links: Links
  readonly limits: Limits
  /** Signs receipts and seals. */
  readonly signer: Signer
  /** Keys that outlive APP_SECRET. */
  readonly ring: Ring
  /** Encrypts the IP addresses of audit entries. */
  readonly addresses: Addresses
  /** Told of every entry of the audit trail, so that it is sealed within seconds. */
  readonly sealing: Sealing
  readonly mailer: Mailer
  /** Asked before a marketing message is written. */
  readonly mayMarket: MayMarket
  /** Rung when a write that asked for a job has been committed. */
  readonly bell: Bell
}

/** What Remix hands to every loader and action. */
export interface AppContext {
  readonly services: Services
  readonly requestId: string
  /** The client's IP address. */
  readonly address: string
  /** For the one script that a page may ship; new for each answer. */
  readonly nonce: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends AppContext {}
}
