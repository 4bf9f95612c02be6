import { pendingMigrations } from '../../db/migrate.server'
import { begin, giveUp } from '../server/boot/begin.server'
import { builtProduct } from '../server/boot/built-product.server'
import { runUntilSignal } from '../server/boot/run-until-signal.server'
import { settingsOrExit } from '../server/boot/settings-or-exit.server'
import { serveApp } from '../server/http/serve-app.server'
import { makeServices } from '../services.server'

// `npm run serve`: the production server. It is production whatever NODE_ENV says, never migrates, and does not serve an older schema.
begin(async () => {
  process.env.NODE_ENV = 'production'
  const settings = settingsOrExit(process.env)
  const services = await makeServices(settings)
  const pending = await pendingMigrations(services.db)
  if (pending.length > 0)
    giveUp(`The database lacks ${pending.join(', ')}: run npm run db:migrate, then start again.`, 1)
  await services.ring.open()
  const served = await serveApp({ ...(await builtProduct(import.meta.url)), services, settings })
  runUntilSignal(async () => {
    // Side by side: each may take most of the time that a process has to end.
    await Promise.all([served.close(), services.stopJobs()])
    await services.stop()
  }, services.log)
  process.stdout.write(`OTrack is at ${served.url} (public address ${settings.baseUrl})\n`)
})
