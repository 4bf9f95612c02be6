import { connect } from '../db/connection.server'
import { pendingMigrations } from '../db/migrate.server'
import { mayMarket } from './features/marketing/marketing.server'
import { company } from './features/policies/rules/company'
import { makeAddresses } from './server/addresses/addresses.server'
import { makeClock } from './server/clock.server'
import type { Services } from './server/context'
import { makeKeys } from './server/crypto.server'
import { makeLimits } from './server/limits.server'
import { makeLinks } from './server/links.server'
import { makeLog } from './server/log.server'
import { makeMailer } from './server/mail/mailer.server'
import { askForSeal } from './server/proof/ask-for-seal.server'
import { makeRing } from './server/proof/ring.server'
import { makeSealing } from './server/proof/sealing.server'
import { makeSigner } from './server/proof/signer'
import { makeBell } from './server/queue/bell'
import type { Jobs } from './server/queue/job'
import { startWorker, type Worker } from './server/queue/worker.server'
import type { Settings } from './server/settings'

/** The services of a process, with what its owner may do with them. */
export interface Running extends Services {
  /** Is the database there, with every migration of this build? */
  ready(): Promise<boolean>
  /** Begins to carry out jobs in this process. */
  startJobs(jobs: Jobs): void
  /** Lets running jobs end, or gives them back; the rest still works. */
  stopJobs(): Promise<void>
  /** Stops jobs, then closes everything. */
  stop(): Promise<void>
}

/** Makes every service once from the settings. Nothing is migrated, seeded or started. */
export async function makeServices(settings: Settings): Promise<Running> {
  const log = makeLog(settings.logLevel)
  const clock = makeClock(settings.clockFile)
  const keys = makeKeys(settings.appSecrets)
  const links = makeLinks(keys, settings.baseUrl)
  const db = await connect(settings.databaseUrl)
  const limits = makeLimits(
    db.dialect === 'sqlite' ? null : { sequelize: db.sequelize, database: db.sequelize.getDatabaseName() },
  )
  const { legalName, tradingAs, address, telephone } = company
  const sender = [`${legalName}, trading as ${tradingAs}`, ...address, `telephone ${telephone}`]
  const mailer = makeMailer(settings, sender)
  const bell = makeBell()
  const signer = makeSigner(settings.appSecrets)
  const ring = makeRing({ db, keys, clock, signer })
  const addresses = makeAddresses({ db, keys, clock, log })
  const sealing = makeSealing(log, () => askForSeal(services))
  const services: Services = {
    ...{ settings, db, clock, log, keys, links, limits, mailer, bell, signer, ring },
    ...{ sealing, addresses },
    mayMarket: (contactId, topic) => mayMarket({ db }, contactId, topic),
  }
  let worker: Worker | null = null
  const stopJobs = async () => await worker?.stop()
  return {
    ...services,
    ready: async () => (await pendingMigrations(db)).length === 0,
    startJobs: (jobs) => {
      worker ??= startWorker(services, jobs)
      // What a process before this one wrote and did not live to have sealed.
      sealing.soon()
    },
    stopJobs,
    stop: async () => {
      await stopJobs()
      await sealing.stop()
      mailer.close()
      await db.close()
      log.flush()
    },
  }
}
