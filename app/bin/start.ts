import { migrate } from '../../db/migrate.server'
import { demoPassword, demoSignIns, seedDemo } from './seed/demo.server'
import { begin, giveUp } from '../server/boot/begin.server'
import { builtProduct } from '../server/boot/built-product.server'
import { embeddedSettings } from '../server/boot/embedded-settings.server'
import { runUntilSignal } from '../server/boot/run-until-signal.server'
import { settingsOrExit } from '../server/boot/settings-or-exit.server'
import { welcome } from '../server/boot/welcome'
import { serveApp } from '../server/http/serve-app.server'
import { newId } from '../server/ids'
import { jobs } from '../jobs'
import { makeServices } from '../services.server'

// `npm start`: the whole product on the embedded database, with the demo school. `--no-seed` leaves the database empty.
begin(async () => {
  const given = settingsOrExit(process.env)
  if (given.production)
    giveUp(
      'npm start is for trying OTrack out and would seed demo sign-ins: in production run npm run serve.',
      2,
    )
  const settings = await embeddedSettings(given)
  // React reads it when it is loaded, with the pages: its checks for developers make each page some three times slower.
  process.env.NODE_ENV = 'production'
  const services = await makeServices(settings)
  await migrate(services.db, newId(services.clock.now()), () => services.clock.now())
  await services.ring.open()
  const seeded = !process.argv.includes('--no-seed')
  if (seeded) await seedDemo(services)
  const served = await serveApp({ ...(await builtProduct(import.meta.url)), services, settings })
  services.startJobs(jobs)
  runUntilSignal(async () => {
    // Side by side: each may take most of the time that a process has to end.
    await Promise.all([served.close(), services.stopJobs()])
    await services.stop()
  }, services.log)
  process.stdout.write(welcome(served.url, settings, seeded ? demoSignIns : [], demoPassword))
})
