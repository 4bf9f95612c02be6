import { migrate, rollback } from '../../db/migrate.server'
import { seedDemo } from './seed/demo.server'
import { createStaff } from '../features/accounts/create-staff.server'
import { jobs } from '../jobs'
import { begin, giveUp } from '../server/boot/begin.server'
import { embeddedSettings } from '../server/boot/embedded-settings.server'
import { settingsOrExit } from '../server/boot/settings-or-exit.server'
import { runDue } from '../server/queue/run-due.server'
import { clockActor } from '../server/actor'
import { sealAudit } from '../server/proof/seal-audit.server'
import { newId } from '../server/ids'
import { makeServices, type Running } from '../services.server'
import { verifyAuditCommand } from './verify-audit.server'
import { verifyReceipt } from './verify-receipt.server'

/** Answers on standard output; resolves to the exit status. */
type Command = (services: Running, args: readonly string[]) => Promise<number>

const print = (line: string) => void process.stdout.write(`${line}\n`)

const commands: Record<string, Command> = {
  'db:migrate': async ({ db, clock }) => {
    const names = await migrate(db, newId(clock.now()), () => clock.now())
    print(names.length > 0 ? `Migrated: ${names.join(', ')}` : 'The database is up to date.')
    return 0
  },
  'db:rollback': async ({ db, clock }) => {
    const names = await rollback(db, newId(clock.now()), () => clock.now())
    print(names.length > 0 ? `Taken back: ${names.join(', ')}` : 'There is nothing to take back.')
    return 0
  },
  'db:seed': async (services) => {
    if (services.settings.production)
      giveUp('The demo school has known passwords: it is never seeded in production.', 1)
    await seedDemo(services)
    print('The demo school is there.')
    return 0
  },
  'create-staff': async (services, [email = '']) => {
    const created = await createStaff(services, email)
    if (!created.ok)
      giveUp(
        created.why === 'taken'
          ? 'Somebody has this address already.'
          : 'Usage: npm run admin -- create-staff EMAIL',
        1,
      )
    print(created.link)
    return 0
  },
  'run-due': async (services) => {
    const done = await runDue(services, jobs)
    await sealAudit(clockActor(services, 'run-due'))
    print(`${done} jobs done.`)
    return 0
  },
  'verify-audit': async (services, args) => {
    const { says, status } = await verifyAuditCommand(services, args)
    print(says)
    return status
  },
  'verify-receipt': async (services, args) => {
    const { says, status } = await verifyReceipt(services, args)
    print(says)
    return status
  },
}

// `npm run admin -- NAME …`
begin(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) giveUp(`Commands: ${Object.keys(commands).join(', ')}`, 2)
  const services = await makeServices(await embeddedSettings(settingsOrExit(process.env)))
  try {
    // A database that is behind has no place for keys yet; the commands that mend that need none.
    if (await services.ready()) await services.ring.open()
    process.exitCode = await command(services, args)
  } finally {
    await services.stop()
  }
})
