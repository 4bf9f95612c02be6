import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '../features/accounts/require-permission.server'
import { exportEntries } from '../features/audit/export-entries.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'audit:read')
  return await exportEntries(actor, new URL(request.url).searchParams)
}
