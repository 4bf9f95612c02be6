import * as read from './settings.values'
import type { Reading } from './settings.values'

export type Env = Readonly<Record<string, string | undefined>>

/** How a setting is read, what stands when it is not set, and what production says to it. */
export interface Row<T = unknown> {
  read: (text: string) => Reading<T>
  embedded?: string | ((env: Env) => string)
  requiredInProduction?: true
  /** Why production refuses this value; null when it does not. */
  refusedInProduction?: (text: string) => string | null
}

/** Every setting of the product, a line each. The README's table says the same in words. */
export const settingsTable = {
  NODE_ENV: { read: read.mode, embedded: 'development' },
  PORT: { read: read.port, embedded: '3000' },
  HOST: { read: read.text, embedded: '127.0.0.1' },
  BASE_URL: {
    read: read.origin,
    embedded: ownAddress,
    requiredInProduction: true,
    refusedInProduction: unlessHttps,
  },
  DATA_DIR: { read: read.text, embedded: 'var' },
  DATABASE_URL: {
    read: read.databaseUrl,
    embedded: ownDatabase,
    requiredInProduction: true,
    refusedInProduction: unlessMysql,
  },
  APP_SECRET: { read: read.listOfSecrets, requiredInProduction: true },
  SMTP_URL: { read: read.smtpUrl, requiredInProduction: true },
  MAIL_FROM: { read: read.mailFrom, embedded: 'OTrack <hello@otrack.localhost>', requiredInProduction: true },
  DPO_EMAIL: { read: read.mailAddress, embedded: 'dpo@otrack.localhost', requiredInProduction: true },
  TRUST_PROXY: { read: read.proxies, embedded: '0' },
  CLOCK_FILE: { read: read.text, refusedInProduction: () => 'production follows the real time: remove it' },
  LOG_LEVEL: { read: read.logLevel, embedded: 'info' },
} satisfies Record<string, Row>

export type SettingName = keyof typeof settingsTable

type ValueOf<R> = R extends { read: (text: string) => Reading<infer T> }
  ? R extends { embedded: unknown }
    ? T
    : T | null
  : never
export type SettingValues = { [Name in SettingName]: ValueOf<(typeof settingsTable)[Name]> }

function ownAddress(env: Env): string {
  return `http://localhost:${env.PORT || '3000'}`
}

function ownDatabase(env: Env): string {
  return `sqlite:${env.DATA_DIR || 'var'}/otrack.db`
}

function unlessHttps(text: string): string | null {
  return text.startsWith('https://') ? null : 'must begin with https:// in production'
}

function unlessMysql(text: string): string | null {
  return text.startsWith('mysql:') ? null : 'must be a MySQL or MariaDB server (mysql://…) in production'
}
