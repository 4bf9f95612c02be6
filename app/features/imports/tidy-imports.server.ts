import { readdir, stat } from 'node:fs/promises'
import { beforeImages, importProblems, imports, type ImportRow } from '../../../db/tables/imports'
import { clockActor, type Actor, type SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { actingSchool, allSchools } from '../schools/schools.server'
import { clearStaged } from './check/stage.server'
import { tidyCommitted } from './commit-import.server'
import { discardImport } from './discard-import.server'
import { removeUploadedFile, spoolFolder, spoolPath } from './import-row.server'
import { importLimits } from './limits.table'
import { failImport } from './read-file.server'
import { isUnderWay } from './rules'
import { failures } from './words'

const DAY_MS = 24 * 60 * 60 * 1000

/** Every night: uploads that nobody committed within a week go, images of committed ones go after 30 days, and files that belong to none. */
export async function tidyImports(actor: Actor): Promise<void> {
  const { services } = actor
  const inUse = new Set<string>()
  for (const school of await allSchools(services.db)) {
    const forSchool = clockActor(services, actor.door, actingSchool(services.db, school)) as SchoolActor
    for (const imported of await forSchool.school.data.rows(imports).list()) {
      await tidyOne(forSchool, imported)
      if (imported.spool !== null) inUse.add(imported.spool)
    }
  }
  await removeOrphans(actor, inUse)
}

async function tidyOne(actor: SchoolActor, imported: ImportRow): Promise<void> {
  const idleMs = actor.at - imported.updatedAt
  if (isUnderWay(imported.state) && idleMs > DAY_MS) return await failImport(actor, imported, failures.FAULT)
  // The job that saved it may have died before it had tidied up.
  if (imported.state === 'committed' && imported.spool !== null)
    return await tidyCommitted(actor, imported.id)
  if (imported.state === 'preview' || imported.state === 'mapping') {
    if (idleMs > importLimits.waitMs) await discardImport(actor, imported.id, null)
    return
  }
  if (idleMs < importLimits.keptMs) return
  await forget(actor, imported.id)
}

async function forget(actor: SchoolActor, importId: string): Promise<void> {
  const { data } = actor.school
  const [images, problems] = [data.rows(beforeImages), data.rows(importProblems)]
  const counts = { images: await images.count({ importId }), problems: await problems.count({ importId }) }
  if (counts.images + counts.problems === 0) return
  await write(actor, 'imports.tidied', async (tx) => {
    await images.remove({ importId })
    await clearStaged(actor, importId)
    tx.audit({ subject: { kind: 'import', id: importId }, counts })
  })
}

/** Files of uploads that broke off between the file and the import's row. */
async function removeOrphans({ services }: Actor, inUse: ReadonlySet<string>): Promise<void> {
  const names = await readdir(spoolFolder(services)).catch(() => [])
  for (const name of names) {
    if (inUse.has(name)) continue
    const file = await stat(spoolPath(services, name)).catch(() => null)
    if (file && services.clock.machine() - file.mtimeMs > DAY_MS) await removeUploadedFile(services, name)
  }
}
