import { columnsOf } from '../../features/pupils/row'
import { wordingFor } from '../../features/pupils/pupils.server'
import type { Actor } from '../../server/actor'
import type { Tx } from '../../server/write.server'
import { guardianConsents, pupils } from '../../../db/tables/pupils'
import { demoSchool } from '../../../db/seed/demo-people.table'
import { inventedPupils } from '../../../db/seed/invented-pupils'

/** All that are held; the list shows those on roll, exports show all. */
const PUPILS = 210
const LEAVERS = 3
/** Always the same pupils for the same academic year. */
const SEED = 371_2999
/** Of so many pupils in ten, guardians' consent to the special fields (P8) is recorded; nobody else has any. */
const CONSENTING_OF_TEN = 8

/** The roll of the demo school, some values missing as in every school, with the consent under which its special fields are kept. */
export async function addDemoPupils(actor: Actor, tx: Tx, schoolId: string, owner: string): Promise<void> {
  const data = actor.services.db.school(schoolId)
  const asOf = new Date(actor.at).toISOString().slice(0, 10)
  const invented = inventedPupils({
    count: PUPILS,
    leavers: LEAVERS,
    schoolLaEstab: demoSchool.dfeNumber,
    asOf,
    seed: SEED,
  })
  const roll = invented.map((pupil, nth) => {
    const consent = nth % 10 < CONSENTING_OF_TEN
    const values = consent ? pupil : { ...pupil, ethnicity: null, sen_status: null, sen_need: [] }
    return {
      consent,
      row: { id: tx.newId(), ...columnsOf(values), version: 1, createdAt: actor.at, updatedAt: actor.at },
    }
  })
  const consenting = roll.filter(({ consent }) => consent).map(({ row }) => row.id)
  await data.rows(pupils).insert(roll.map(({ row }) => row))
  await data.rows(guardianConsents).insert(
    consenting.map((pupilId) => ({
      id: tx.newId(),
      pupilId,
      decision: 'given' as const,
      givenBy: 'guardian' as const,
      recordedBy: owner,
      wording: wordingFor('record').version,
      decidedOn: asOf,
      at: actor.at,
    })),
  )
  tx.audit({ act: 'pupils.added', schoolId, counts: { added: roll.length, consents: consenting.length } })
}
