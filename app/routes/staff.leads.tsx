import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Office, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import stylesheet from '../features/leads/leads.css?url'
import { LeadsPage } from '../features/leads/leads-page'
import { listLeads } from '../features/leads/queries.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Leads') }]
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'leads:read')
  const address = new URL(request.url).searchParams
  const q = (address.get('q') ?? '').trim().slice(0, 100)
  return { portal: portalOf(actor), q, page: await listLeads(actor, q, address.get('after')) }
}

export default function Leads() {
  const { portal, q, page } = useLoaderData<typeof loader>()
  return (
    <Office data={portal} here="/staff/leads">
      <LeadsPage q={q} page={page} />
    </Office>
  )
}
