import { guardianConsents, pupils, type GuardianConsentRow } from '../../../../db/tables/pupils'
import { forgetSpecialCopies } from '../../../privacy/forget-pupil.server'
import type { SchoolActor } from '../../../server/actor'
import { removeSpooled } from '../../../server/uploads/spool.server'
import { write, type Tx } from '../../../server/write.server'
import { decisionsOn, findInScope } from '../queries.server'
import { columnsOf, valuesOf } from '../row'
import { guardianConsentNeeded, holdBack } from '../rules/guardian-consent'
import { wordingFor } from './wording'

/** What somebody decided about a pupil's special fields. */
export interface Decision {
  givenBy: 'guardian' | 'pupil'
  /** The day on which they decided; never after today. */
  decidedOn: string
}

export type Decided = { ok: true } | { ok: false; why: 'gone' | 'nothing-to-change' }

/** Records that consent was given (P8): from now on the special fields may be filled in. */
export const giveConsent = (actor: SchoolActor, id: string, decision: Decision, once: string | null) =>
  decide(actor, id, { ...decision, decision: 'given' }, once)

/** Records that consent was withdrawn, and removes what it covered at once, in the same write (P8, P32). */
export const withdrawConsent = (actor: SchoolActor, id: string, decision: Decision, once: string | null) =>
  decide(actor, id, { ...decision, decision: 'withdrawn' }, once)

type Kind = Pick<GuardianConsentRow, 'decision'>

async function decide(
  actor: SchoolActor,
  id: string,
  decision: Decision & Kind,
  once: string | null,
): Promise<Decided> {
  const withdrawn = decision.decision === 'withdrawn'
  let files: string[] = []
  const work = async (tx: Tx): Promise<Decided> => {
    // The same lock as an edit's and an upload's, so that none of them writes a value back after its consent is gone.
    const pupil = await findInScope(actor, id, { lock: true })
    if (!pupil) return tx.refuse({ ok: false, why: 'gone' })
    const [newest] = await decisionsOn(actor, id)
    if ((newest?.decision ?? 'withdrawn') === decision.decision)
      return tx.refuse({ ok: false, why: 'nothing-to-change' })
    const { data } = actor.school
    await data.rows(guardianConsents).insert({
      id: tx.newId(),
      pupilId: id,
      ...decision,
      recordedBy: 'id' in actor.who ? actor.who.id : actor.who.kind,
      wording: wordingFor(withdrawn ? 'withdrawal' : 'record').version,
      // The newest decision counts, also where the clock was set back in between.
      at: Math.max(tx.at, (newest?.at ?? 0) + 1),
    })
    const kept = withdrawn ? columnsOf(holdBack(valuesOf(pupil), false).values) : {}
    // A form that was opened before the decision no longer fits it.
    await data.rows(pupils).update({ id }, { ...kept, version: pupil.version + 1, updatedAt: tx.at })
    tx.audit({ subject: { kind: 'pupil', id }, ...(withdrawn && { fields: guardianConsentNeeded }) })
    if (withdrawn) files = await forgetSpecialCopies(actor, tx, pupil)
    return { ok: true }
  }
  const act = withdrawn ? 'pupils.consent-withdrawn' : 'pupils.consent-given'
  const decided = await write(actor, act, work, { once })
  if (decided.ok) await removeSpooled(actor.services.settings.dataDir, files)
  return decided
}
