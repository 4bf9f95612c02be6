import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Office, Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { listRequests } from '../features/rights/own-requests.server'
import { RequestsPage } from '../features/rights/pages/rights-pages'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Your data and rights') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  const staff = actor.who.kind === 'staff'
  return { portal: portalOf(actor), staff, requests: await listRequests(actor) }
}

export default function Rights() {
  const { portal, staff, requests } = useLoaderData<typeof loader>()
  const Frame = staff ? Office : Portal
  return (
    <Frame data={portal} here="/portal/rights">
      <RequestsPage requests={requests} />
    </Frame>
  )
}
