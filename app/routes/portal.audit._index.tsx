import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { AuditTrail } from '../features/audit/audit-page'
import { listEntries, type AuditPage } from '../features/audit/list-entries.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Record of activity') }]

interface Shown {
  portal: ReturnType<typeof portalOf>
  page: AuditPage
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'audit:read')
  const page = await listEntries(actor, new URL(request.url).searchParams)
  const status = Object.keys(page.errors).length > 0 ? 422 : 200
  return Response.json({ portal: portalOf(actor), page } satisfies Shown, { status })
}

export default function Audit() {
  const { portal, page } = useLoaderData<Shown>()
  return (
    <Portal data={portal} here="/portal/audit">
      <AuditTrail page={page} />
    </Portal>
  )
}
