import type { SchoolActor } from '../../../server/actor'
import { judgeFields, readFields, type BadForm } from '../../../server/forms.server'
import { readDate } from '../../../values/date-text'
import { londonDate } from '../../../values/date-words'
import { consentForm, withdrawalForm } from '../forms'
import { findInScope } from '../queries.server'
import { giveConsent, withdrawConsent, type Decided } from './decide.server'

export type ConsentAnswer = { bad: BadForm } | { result: Decided; done: 'given' | 'withdrawn' }

/** Reads the form of the consent page and carries out what was decided. */
export async function answerConsent(
  request: Request,
  actor: SchoolActor,
  pupilId: string,
): Promise<ConsentAnswer> {
  const today = londonDate(actor.at)
  const fields = await readFields(request)
  // Another school's pupil looks like none, whatever the form says.
  if (!(await findInScope(actor, pupilId))) throw new Response(null, { status: 404 })
  if (fields.intent === 'withdraw') {
    const form = judgeFields(fields, actor, withdrawalForm)
    if (!form.ok) return { bad: form }
    const on = dayOf(form.value.withdrawn_on || today, today)
    if (!on.ok) return { bad: form.with('withdrawn_on', on.says) }
    const decision = { givenBy: form.value.withdrawn_by, decidedOn: on.day }
    return { result: await withdrawConsent(actor, pupilId, decision, form.nonce), done: 'withdrawn' }
  }
  const giving = judgeFields(fields, actor, consentForm)
  if (!giving.ok) return { bad: giving }
  const on = dayOf(giving.value.decided_on, today)
  if (!on.ok) return { bad: giving.with('decided_on', on.says) }
  const decision = { givenBy: giving.value.given_by, decidedOn: on.day }
  return { result: await giveConsent(actor, pupilId, decision, giving.nonce), done: 'given' }
}

function dayOf(text: string, today: string): { ok: true; day: string } | { ok: false; says: string } {
  const read = readDate(text, today)
  if (!read.ok) return { ok: false, says: 'Write the day as 17/03/2026.' }
  if (read.date > today)
    return { ok: false, says: 'This day is still to come. Write the day on which they decided.' }
  return { ok: true, day: read.date }
}
