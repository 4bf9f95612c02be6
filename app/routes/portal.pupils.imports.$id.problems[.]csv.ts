import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '../features/accounts/require-permission.server'
import { findImport } from '../features/imports/import-row.server'
import { problemFile } from '../features/imports/show/problem-file.server'

/** The rows that need a look, in the layout of the uploaded file, with what to do about each. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const imported = await findImport(actor, params.id ?? '')
  const file = imported && (await problemFile(actor, imported))
  if (!file) throw new Response(null, { status: 404 })
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="rows-to-check.csv"',
    'Cache-Control': 'no-store',
  }
  return new Response(file, { headers })
}
