import { invalid, judgeFields, readFields, seeOther } from '../../server/forms.server'
import { changePasswordForm, detailsForm } from './forms'
import { changeDetails, signOutEverywhere } from './own-account.server'
import { weakPasswordMessages } from './rules/passwords'
import { changePassword } from './set-password.server'
import type { SignedIn } from './signed-in'
import { tooMany } from './too-many.server'

type Fields = Awaited<ReturnType<typeof readFields>>

/** What the button says is done: the page of one's own account holds three forms. Throws a 404 Response for a button it does not have. */
export async function actOnAccount(actor: SignedIn, request: Request): Promise<Response> {
  const fields = await readFields(request)
  if (fields.intent === 'details') return await details(actor, fields)
  if (fields.intent === 'password') return await password(actor, fields)
  if (fields.intent !== 'sign-out-everywhere') throw new Response(null, { status: 404 })
  return seeOther('/sign-in?done=everywhere', { headers: { 'Set-Cookie': await signOutEverywhere(actor) } })
}

async function details(actor: SignedIn, fields: Fields): Promise<Response> {
  const form = judgeFields(fields, actor, detailsForm)
  if (!form.ok) return invalid(form)
  await changeDetails(actor, form.value, form.nonce)
  return seeOther('/portal/account?done=details')
}

async function password(actor: SignedIn, fields: Fields): Promise<Response> {
  const form = judgeFields(fields, actor, changePasswordForm)
  if (!form.ok) return invalid(form)
  const result = await changePassword(actor, form.value, form.nonce)
  if (result.ok) return seeOther('/portal/account?done=password')
  const { why } = result
  if (why === 'too-many')
    return tooMany('passwordNow', 'wrong passwords', {}, result.retryAfterSeconds ?? 900)
  if (why === 'wrong') return invalid(form.with('passwordNow', 'The present password is not right.'))
  return invalid(form.with('password', weakPasswordMessages[why]))
}
