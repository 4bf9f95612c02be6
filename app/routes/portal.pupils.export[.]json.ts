import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '../features/accounts/require-permission.server'
import { exportPupils } from '../features/pupils/export/export-pupils.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:export')
  return await exportPupils(actor, new URL(request.url).searchParams, 'json')
}
