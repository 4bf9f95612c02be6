import { invalid, type GoodForm } from '../../../server/forms.server'
import type { PupilForm } from '../forms'
import type { PupilAnswer } from './pupil-form'
import { erasedBefore, messages, type Refused } from './results'

/** The form again, with what was typed and what stands in the way; a pupil who is gone is 404. */
export function refused(form: GoodForm<PupilForm>, result: Refused): Response {
  if (result.why === 'gone') throw new Response(null, { status: 404 })
  const { values, intent } = form.with('form', '')
  if (result.why === 'invalid') return invalid({ ok: false, values, intent, errors: result.errors })
  if (result.why === 'erased-before') {
    const answer: PupilAnswer = { values, errors: erasedBefore(result.erasedOn), why: result.why }
    return Response.json(answer, { status: 422 })
  }
  const { field, says } = messages[result.why]
  const errors = { [field]: says }
  const answer: PupilAnswer =
    result.why === 'clash'
      ? { values, errors, clash: true }
      : { values, errors, why: result.why, other: result.other }
  return Response.json(answer, { status: answer.clash ? 409 : 422 })
}
