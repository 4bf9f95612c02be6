import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { may } from '../features/accounts/rules'
import { lastImport } from '../features/imports/imports.server'
import { Dashboard } from '../features/schools/dashboard'
import stylesheet from '../features/schools/dashboard.css?url'
import { schoolDashboard } from '../features/schools/dashboard.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Dashboard') }]
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'school:home')
  const { name, dfeNumber } = actor.school
  const last = may(actor.who, 'pupils:import') ? await lastImport(actor) : null
  return {
    portal: portalOf(actor),
    school: { name, dfeNumber },
    lastUpload: last && {
      id: last.id,
      fileName: last.fileName,
      state: last.state,
      createdAt: last.createdAt,
    },
    ...(await schoolDashboard(actor)),
  }
}

export default function DashboardPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  return (
    <Portal data={portal} here="/portal">
      <Dashboard {...data} />
    </Portal>
  )
}
