import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnAccount } from '../features/accounts/act-on-account.server'
import { ownAccount } from '../features/accounts/own-account.server'
import { AccountPage } from '../features/accounts/pages/account-page'
import { Office, Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { retryAfter } from '../features/accounts/too-many.server'
import { formToken } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Your account') }]
export const headers = retryAfter

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  return {
    account: await ownAccount(actor),
    done: new URL(request.url).searchParams.get('done'),
    staff: actor.who.kind === 'staff',
    portal: portalOf(actor),
    formToken: formToken(context.services),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  return await actOnAccount(actor, request)
}

export default function Account() {
  const { account, done, staff, portal, formToken } = useLoaderData<typeof loader>()
  const answer = useActionData() as (Answered & { intent?: string }) | undefined
  const Frame = staff ? Office : Portal
  const hidden: Record<string, string> = portal.school ? { schoolId: portal.school.id } : {}
  return (
    <Frame data={portal} here="/portal/account">
      <AccountPage account={account} formToken={formToken} hidden={hidden} answer={answer} done={done} />
    </Frame>
  )
}
