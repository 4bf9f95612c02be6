import { randomBytes, randomUUID } from 'node:crypto'
import { migrate } from '../../db/migrate.server'
import type { Actor } from '../../app/server/actor'
import { clockActor } from '../../app/server/actor'
import { readSettings } from '../../app/server/settings'
import { makeServices, type Running } from '../../app/services.server'
import { freshDatabase } from './database'
import { temporaryFolder } from './machine/guard'

export interface TestServices extends Running {
  /** The product itself, acting now. */
  actor(): Actor
  drop(): Promise<void>
}

/** The product's services in this process, on an empty, migrated database. `databaseUrl` reaches that database another way. */
export async function testServices(options: { reach?: (url: string) => string } = {}): Promise<TestServices> {
  const place = await freshDatabase()
  const read = readSettings({
    DATA_DIR: temporaryFolder(),
    DATABASE_URL: options.reach?.(place.url) ?? place.url,
    APP_SECRET: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
  })
  if (!read.ok) throw new Error(read.problems.map((problem) => `${problem.name} ${problem.says}`).join('; '))
  const services = await makeServices(read.settings)
  await migrate(services.db, randomUUID(), () => services.clock.now())
  await services.ring.open()
  return {
    ...services,
    actor: () => clockActor(services, 'test'),
    drop: async () => {
      await services.stop()
      await place.drop()
    },
  }
}
