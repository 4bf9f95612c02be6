import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newPasswordForm } from '../features/accounts/forms'
import { ResetFaultPage, ResetPage } from '../features/accounts/pages/reset-page'
import { weakPasswordMessages } from '../features/accounts/rules/passwords'
import { readReset, setPassword, type ResetFault } from '../features/accounts/set-password.server'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Choose a new password') }]
export const headers = retryAfter

type Shown = { token: string } & ({ why: ResetFault; email: null } | { why: null; email: string })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readReset(visitor(request, context), params.token ?? '')
  const token = formToken(context.services)
  if (!read.ok) return Response.json({ why: read.why, email: null, token } satisfies Shown, { status: 404 })
  return Response.json({ why: null, email: read.email, token } satisfies Shown)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const wait = await publicPost(context)
  if (wait !== null) return tooMany('password', 'forms sent from your network', {}, wait)
  const form = await parseForm(request, context, newPasswordForm)
  if (!form.ok) return invalid(form)
  const result = await setPassword(
    visitor(request, context),
    params.token ?? '',
    form.value.password,
    form.nonce,
  )
  if (result.ok) return seeOther('/sign-in?done=password')
  const { why } = result
  if (why === 'damaged') return Response.json(null, { status: 404 })
  return why === 'expired' || why === 'used'
    ? Response.json(null, { status: 409 })
    : invalid(form.with('password', weakPasswordMessages[why]))
}

export default function ResetPassword() {
  const shown = useLoaderData<Shown>()
  const answer = useActionData() as Answered | null | undefined
  return (
    <Site>
      {shown.why ? (
        <ResetFaultPage why={shown.why} />
      ) : (
        <ResetPage email={shown.email} formToken={shown.token} answer={answer ?? undefined} />
      )}
    </Site>
  )
}
