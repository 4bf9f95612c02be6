import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Office, Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { openRequest } from '../features/rights/own-requests.server'
import { RequestPage } from '../features/rights/pages/rights-pages'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Request') }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  const open = await openRequest(actor, params.reference ?? '')
  if (!open) throw new Response(null, { status: 404 })
  return { portal: portalOf(actor), staff: actor.who.kind === 'staff', open }
}

export default function RightsRequest() {
  const { portal, staff, open } = useLoaderData<typeof loader>()
  const Frame = staff ? Office : Portal
  return (
    <Frame data={portal} here="/portal/rights">
      <RequestPage open={open} />
    </Frame>
  )
}
