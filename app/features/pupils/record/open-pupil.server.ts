import { record } from '../../../server/audit.server'
import type { SchoolActor } from '../../../server/actor'
import { londonDate } from '../../../values/date-words'
import { findInScope, hasConsent } from '../queries.server'
import { spokenName, valuesOf } from '../row'
import { FIELDS, type PupilValues } from '../rules/fields'
import { holdBack } from '../rules/guardian-consent'
import { written } from '../rules/labels'
import type { Problem } from '../rules/problem'
import { readPupil } from '../rules/read-pupil'

/** A pupil as a person sees one. */
export interface OpenPupil {
  id: string
  name: string
  /** Raised by each change; a form sends back the one it was opened on. */
  version: number
  values: PupilValues
  /** Consent to the special fields stands. */
  consent: boolean
}

/** One pupil, or null where the actor sees none of that id. Each reading is recorded (P21); `fields` are those that the page shows. */
export async function openPupil(
  actor: SchoolActor,
  id: string,
  fields: readonly string[] = FIELDS.map(({ name }) => name),
): Promise<OpenPupil | null> {
  const row = await findInScope(actor, id)
  if (!row) return null
  const consent = await hasConsent(actor, id)
  await record(actor, 'pupils.read', { subject: { kind: 'pupil', id }, fields })
  const { values } = holdBack(valuesOf(row), consent)
  return { id, name: spokenName(row), version: row.version, values, consent }
}

/** What is worth a second look in the values as they stand: read again as if they had just come in. */
export function worthChecking(actor: SchoolActor, { values, consent }: OpenPupil): Problem[] {
  const cells = Object.fromEntries(FIELDS.map(({ name }) => [name, written(name, values[name])]))
  const { problems } = readPupil(cells, { today: londonDate(actor.at) })
  return problems.filter(
    ({ field }) => consent || !FIELDS.some(({ name, special }) => special && name === field),
  )
}
