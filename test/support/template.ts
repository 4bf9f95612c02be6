import { cp } from 'node:fs/promises'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { withLock } from '../../app/bin/lock.mjs'
import { copyDatabase } from './machine/copy-database'
import { freshDatabase, type Dialect } from './database'

export interface Place {
  dataDir: string
  /** Null: the embedded SQLite in dataDir. */
  databaseUrl: string | null
}

/**
 * Fills `place` with what a first start leaves behind (schema, demo school). The first to ask makes it by a real start; all
 * others of the run get a copy, which takes a twentieth of the time.
 */
export async function fillFromTemplate(
  place: Place,
  {
    dialect,
    key,
    firstStart,
  }: { dialect: Dialect; key: string; firstStart: (place: Place) => Promise<void> },
): Promise<void> {
  const folder = join(inject('sharedFolder'), key.replace(/[^\w-]/g, '_'))
  const dataDir = join(folder, 'data')
  const done = join(folder, 'database-url')
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(done)) return
    mkdirSync(dataDir, { recursive: true })
    const databaseUrl = dialect === 'mariadb' ? (await freshDatabase(dialect)).url : null
    await firstStart({ dataDir, databaseUrl })
    writeFileSync(done, databaseUrl ?? '')
  })
  await cp(dataDir, place.dataDir, { recursive: true })
  if (place.databaseUrl) await copyDatabase(readFileSync(done, 'utf8'), place.databaseUrl)
}
