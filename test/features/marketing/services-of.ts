import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '../../../app/server/settings'
import { makeServices, type Running } from '../../../app/services.server'
import type { App } from '../../support/app'

/** The services of a running product in this process too, on the same database and data: for what no page does yet. */
export async function servicesOf(app: App): Promise<Running> {
  const APP_SECRET = readFileSync(join(app.dataDir, 'app-secret'), 'utf8').trim()
  const read = readSettings({ APP_SECRET, ...app.env, LOG_LEVEL: 'silent', BASE_URL: app.url })
  if (!read.ok) throw new Error(read.problems.map(({ name, says }) => `${name} ${says}`).join('; '))
  const services = await makeServices(read.settings)
  await services.ring.open()
  return services
}
