import { clockActor, type Actor, type SchoolActor } from '../../server/actor'
import { actingSchool, schoolsById } from '../schools/schools.server'
import { commitImport } from './commit-import.server'
import { findImport } from './import-row.server'
import { failImport, readFile } from './read-file.server'
import { failures } from './words'

/** What every job about one upload is told. */
export interface ImportRef {
  schoolId: string
  importId: string
}

type Asked = Pick<Actor, 'services' | 'door'>

/** The clock, acting for the school of the upload; null if there is no such school any more. */
async function actorFor({ services, door }: Asked, { schoolId }: ImportRef): Promise<SchoolActor | null> {
  const [school] = await schoolsById(services.db, [schoolId])
  return school ? (clockActor(services, door, actingSchool(services.db, school)) as SchoolActor) : null
}

/** The job behind `imports.read` and `imports.check`. */
export async function runReadFile(asked: Asked, ref: ImportRef): Promise<void> {
  const actor = await actorFor(asked, ref)
  if (actor) await readFile(actor, ref.importId)
}

/** The job behind `imports.commit`. */
export async function runCommit(asked: Asked, ref: ImportRef): Promise<void> {
  const actor = await actorFor(asked, ref)
  if (actor) await commitImport(actor, ref.importId)
}

/** Once no further try will be made: the upload says so. */
export async function giveUpImport(asked: Asked, ref: ImportRef): Promise<void> {
  const actor = await actorFor(asked, ref)
  const imported = actor && (await findImport(actor, ref.importId))
  if (actor && imported) await failImport(actor, imported, failures.FAULT)
}
