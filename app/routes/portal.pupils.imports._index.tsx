import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { UploadsPage } from '../features/imports/pages/uploads-page'
import { listImports } from '../features/imports/show/queries.server'
import { pageTitle } from '../ui'

const AT_MOST = 100

export const meta: MetaFunction = () => [{ title: pageTitle('Past uploads') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const uploads = await listImports(actor, AT_MOST)
  return {
    portal: portalOf(actor),
    uploads: uploads.map(({ id, fileName, state, counts, createdAt }) => ({
      id,
      fileName,
      state,
      counts,
      createdAt,
    })),
  }
}

export default function UploadsRoute() {
  const { portal, uploads } = useLoaderData<typeof loader>()
  return (
    <Portal data={portal} here="/portal/pupils/import">
      <UploadsPage uploads={uploads} />
    </Portal>
  )
}
