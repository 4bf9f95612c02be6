import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '../features/accounts/require-permission.server'
import { findImport } from '../features/imports/import-row.server'
import { importReport } from '../features/imports/show/report.server'

/** How an upload stands, for other programs and for the progress page's script. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const imported = await findImport(actor, params.id ?? '')
  if (!imported) throw new Response(null, { status: 404 })
  const after = new URL(request.url).searchParams.get('problems_after')
  return Response.json(await importReport(actor, imported, after), {
    headers: { 'Cache-Control': 'no-store' },
  })
}
