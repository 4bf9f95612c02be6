import { begin, giveUp } from '../server/boot/begin.server'
import { embeddedSettings } from '../server/boot/embedded-settings.server'
import { runUntilSignal } from '../server/boot/run-until-signal.server'
import { settingsOrExit } from '../server/boot/settings-or-exit.server'
import { jobs } from '../jobs'
import { makeServices } from '../services.server'

// `npm run worker`: jobs alone. Any number may run beside the servers on MySQL.
begin(async () => {
  const given = settingsOrExit(process.env)
  if (given.databaseUrl.startsWith('sqlite:')) {
    giveUp(
      'On SQLite the jobs run inside the server: start it with npm start. A worker of its own needs MySQL (DATABASE_URL).',
      2,
    )
  }
  const services = await makeServices(await embeddedSettings(given))
  if (!(await services.ready()))
    giveUp('The database is behind this version: run npm run db:migrate, then start the worker again.', 1)
  await services.ring.open()
  services.startJobs(jobs)
  runUntilSignal(() => services.stop(), services.log)
  process.stdout.write('OTrack works through its jobs.\n')
})
