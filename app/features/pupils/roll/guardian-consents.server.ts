import { guardianConsents, type GuardianConsentRow } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import type { Tx } from '../../../server/write.server'
import { guardianConsentNeeded } from '../rules/guardian-consent'
import type { Staged } from './staged'

const AT_ONCE = 1000
const COLUMNS = ['id', 'pupil_id', 'decision', 'given_by', 'recorded_by', 'wording', 'decided_on', 'at']

/** The newest decision about each of these pupils; a pupil about whom none was recorded is not in it. */
export async function newestDecisions(
  actor: SchoolActor,
  pupilIds: readonly string[],
): Promise<Map<string, GuardianConsentRow['decision']>> {
  if (pupilIds.length === 0) return new Map()
  const rows = await actor.school.data.query<{ pupil_id: string; decision: GuardianConsentRow['decision'] }>(
    'SELECT pupil_id, decision FROM guardian_consents WHERE school_id = :school AND pupil_id IN (:pupilIds) ORDER BY at, id',
    { pupilIds },
  )
  return new Map(rows.map(({ pupil_id, decision }) => [pupil_id, decision]))
}

/** Who attested a guardian's consent for all pupils of a file, and under which wording. */
export interface Attestation {
  by: string
  wording: string
  /** YYYY-MM-DD, London. */
  on: string
}

/**
 * Records a guardian's consent for each staged pupil about whom no decision is on record. Where one is, it stands: a whole file's
 * attestation does not undo what one parent withdrew. Answers how many were recorded.
 */
export async function recordAttested(
  actor: SchoolActor,
  tx: Tx,
  staged: Staged,
  attested: Attestation,
): Promise<number> {
  const { data } = actor.school
  const pupils = await data.query<{ id: string }>(
    `SELECT pupil_id AS id FROM ${staged.table} s WHERE school_id = :school AND import_id = :importId
       AND verdict IN ('added', 'changed', 'unchanged')
       AND NOT EXISTS (SELECT 1 FROM guardian_consents g WHERE g.school_id = s.school_id AND g.pupil_id = s.pupil_id)`,
    { importId: staged.importId },
  )
  for (let from = 0; from < pupils.length; from += AT_ONCE) {
    const rows = pupils
      .slice(from, from + AT_ONCE)
      .map(({ id }) => [
        tx.newId(),
        id,
        'given',
        'guardian',
        attested.by,
        attested.wording,
        attested.on,
        tx.at,
      ])
    await data.insertMany(guardianConsents, COLUMNS, rows)
  }
  return pupils.length
}

/**
 * Takes an attestation back with the upload it was made for. It stays where the pupil has special values by now, for they stand on it.
 * `at` is the moment of the commit.
 */
export async function forgetAttested(actor: SchoolActor, wording: string, at: number): Promise<number> {
  const forgotten = await actor.school.data.run(
    `DELETE FROM guardian_consents WHERE school_id = :school AND at = :at AND wording = :wording AND NOT EXISTS (
       SELECT 1 FROM pupils p WHERE p.school_id = guardian_consents.school_id AND p.id = guardian_consents.pupil_id
         AND (p.ethnicity IS NOT NULL OR p.sen_status IS NOT NULL OR p.sen_need IS NOT NULL))`,
    { at, wording },
  )
  // What the upload changed of special values stood on that consent as well.
  await actor.school.data.run(
    `DELETE FROM pupil_history WHERE school_id = :school AND field IN (:special) AND NOT EXISTS (
       SELECT 1 FROM guardian_consents g WHERE g.school_id = pupil_history.school_id AND g.pupil_id = pupil_history.pupil_id)`,
    { special: guardianConsentNeeded },
  )
  return forgotten
}
