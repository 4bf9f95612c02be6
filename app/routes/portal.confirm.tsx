import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmPassword } from '../features/accounts/confirm.server'
import { confirmForm } from '../features/accounts/forms'
import { ConfirmPage } from '../features/accounts/pages/confirm-page'
import { Office, Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { ownPath } from '../features/accounts/rules'
import { retryAfter, tooMany } from '../features/accounts/too-many.server'
import { invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Enter your password again') }]
export const headers = retryAfter

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  const to = ownPath(new URL(request.url).searchParams.get('to'))
  return { to, staff: actor.who.kind === 'staff', portal: portalOf(actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  const form = await parseForm(request, actor, confirmForm)
  if (!form.ok) return invalid(form)
  const result = await confirmPassword(actor, form.value.password)
  if (result.ok)
    return seeOther(ownPath(form.value.to) ?? (actor.who.kind === 'staff' ? '/staff' : '/portal'))
  if (result.why === 'too-many')
    return tooMany('password', 'wrong passwords', {}, result.retryAfterSeconds ?? 900)
  return invalid(form.with('password', 'The password is not right. Enter the one with which you sign in.'))
}

export default function Confirm() {
  const { to, staff, portal } = useLoaderData<typeof loader>()
  const Frame = staff ? Office : Portal
  return (
    <Frame data={portal} here="/portal/confirm">
      <ConfirmPage to={to} answer={useActionData() as Answered | undefined} />
    </Frame>
  )
}
