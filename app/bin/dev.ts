import { jobs } from '../jobs'
import type { ServerBuild } from '@remix-run/server-runtime'
import { migrate } from '../../db/migrate.server'
import { demoPassword, demoSignIns, seedDemo } from './seed/demo.server'
import { begin } from '../server/boot/begin.server'
import { embeddedSettings } from '../server/boot/embedded-settings.server'
import { runUntilSignal } from '../server/boot/run-until-signal.server'
import { settingsOrExit } from '../server/boot/settings-or-exit.server'
import { welcome } from '../server/boot/welcome'
import { livingPages } from '../server/http/remix-pages.server'
import { serveApp } from '../server/http/serve-app.server'
import { newId } from '../server/ids'
import { makeServices, type Running } from '../services.server'

// `npm run dev`: as `npm start`, with pages taken from their sources by Vite and reloaded when those change.
begin(async () => {
  const { createServer } = await import('vite')
  const settings = await embeddedSettings(settingsOrExit(process.env))
  const services = await makeServices(settings)
  await migrate(services.db, newId(services.clock.now()), () => services.clock.now())
  await services.ring.open()
  await seedDemo(services)
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  // Pages are made on the server and hydrate nothing, so that a change to any of them is a new page.
  vite.watcher.on('change', () => vite.ws.send({ type: 'full-reload' }))
  const build = livingPages<Running>(
    async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild,
  )
  const served = await serveApp({ build, services, settings, before: vite.middlewares })
  services.startJobs(jobs)
  // Remix's development tools end the process themselves, before what is running has ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  runUntilSignal(async () => {
    await Promise.all([served.close(), services.stopJobs(), vite.close()])
    await services.stop()
  }, services.log)
  process.stdout.write(welcome(served.url, settings, demoSignIns, demoPassword))
})
