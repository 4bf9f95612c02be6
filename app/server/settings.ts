import {
  settingsTable,
  type Env,
  type Row,
  type SettingName,
  type SettingValues,
} from './boot/settings.table'

/** What the product is told from outside, typed and complete; nothing else reads `process.env`. */
export interface Settings {
  readonly production: boolean
  /** 0 until `embeddedSettings` has chosen a free one. */
  readonly port: number
  readonly host: string
  /** Public origin without a slash at the end. */
  readonly baseUrl: string
  /** The folder for everything that the embedded defaults write. */
  readonly dataDir: string
  readonly databaseUrl: string
  /** First signs and seals, all verify and open. Empty until `embeddedSettings` has filled it from `dataDir`. */
  readonly appSecrets: readonly string[]
  /** null: each message is kept under `dataDir/mail` instead of being sent. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly dpoEmail: string
  /** How many proxies in front are believed about the client's address. */
  readonly trustProxy: number
  readonly clockFile: string | null
  readonly logLevel: string
}

/** One thing wrong with the settings. `says` never holds a setting's value: it may be a secret. */
export interface Problem {
  name: SettingName
  why: 'missing' | 'weak' | 'wrong' | 'refused'
  says: string
}

export type SettingsRead = { ok: true; settings: Settings } | { ok: false; problems: Problem[] }

/** Reads every setting; an empty one counts as not set. All problems come at once. */
export function readSettings(env: Env): SettingsRead {
  const production = env.NODE_ENV === 'production'
  const names = Object.keys(settingsTable) as SettingName[]
  const problems: Problem[] = []
  const values = Object.fromEntries(
    names.map((name) => {
      const { value, problem } = readOne(settingsTable[name], env[name] || null, env, production)
      if (problem) problems.push({ name, ...problem })
      return [name, value]
    }),
  ) as SettingValues
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings: settingsOf(values) }
}

function readOne(
  row: Row,
  given: string | null,
  env: Env,
  production: boolean,
): { value: unknown; problem?: Omit<Problem, 'name'> } {
  if (!given && production && row.requiredInProduction) {
    return { value: null, problem: { why: 'missing', says: 'is required in production and is not set' } }
  }
  const text = given ?? (typeof row.embedded === 'function' ? row.embedded(env) : row.embedded)
  if (text === undefined) return { value: null }
  const read = row.read(text)
  if ('wrong' in read) {
    // A default made from another setting is not to blame: that other one has its own problem.
    return given
      ? { value: null, problem: { why: read.weak ? 'weak' : 'wrong', says: read.wrong } }
      : { value: null }
  }
  const refused = production ? (row.refusedInProduction?.(text) ?? null) : null
  return refused ? { value: null, problem: { why: 'refused', says: refused } } : { value: read.value }
}

function settingsOf(values: SettingValues): Settings {
  return {
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    baseUrl: values.BASE_URL,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    appSecrets: values.APP_SECRET ?? [],
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    dpoEmail: values.DPO_EMAIL,
    trustProxy: values.TRUST_PROXY,
    clockFile: values.CLOCK_FILE,
    logLevel: values.LOG_LEVEL,
  }
}
