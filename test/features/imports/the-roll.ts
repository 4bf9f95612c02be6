import type { App } from '../../support/app'
import type { Row } from '../../support/sql'
import type { Visitor } from '../../support/visitor'

/** A pupil as `export.json` has it. */
export type Exported = Record<string, unknown> & { id: string; last_name: string }

/** The whole roll, leavers too. */
export async function roll(visitor: Visitor): Promise<Exported[]> {
  const page = await visitor.get('/portal/pupils/export.json')
  return (page.json() as { pupils: Exported[] }).pupils
}

/** The roll without what each run makes anew: for comparing two schools into which the same was uploaded. */
export const rollWithoutIds = async (visitor: Visitor): Promise<Record<string, unknown>[]> =>
  (await roll(visitor)).map(({ id: _id, ...values }) => values)

/** The one pupil of this surname; throws if there are more, answers undefined without any. */
export async function pupilNamed(visitor: Visitor, surname: string): Promise<Exported | undefined> {
  const [found, ...more] = (await roll(visitor)).filter((pupil) => pupil.last_name === surname)
  if (more.length > 0) throw new Error(`${more.length + 1} pupils are called ${surname}`)
  return found
}

/** What changes whenever a pupil is written. */
export const versions = (app: App): Promise<Row[]> =>
  app.rows('SELECT id, version, updated_at FROM pupils ORDER BY id')

/** Audit entries of one act, by the upload they are about. */
export async function entries(app: App, act: string, importId: string): Promise<Row[]> {
  return await app.rows('SELECT * FROM audit_entries WHERE act = ? AND subject_id = ? ORDER BY id', [
    act,
    importId,
  ])
}
