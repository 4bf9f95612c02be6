import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFresh, requirePermission } from '../features/accounts/require-permission.server'
import { downloadCopy } from '../features/rights/copy/download-copy.server'

/** The copy that a request asked for, while it can be downloaded: after that the state is the wrong one (409). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  requireFresh(request, actor)
  const result = await downloadCopy(actor, params.reference ?? '')
  if (!result.ok) throw new Response(null, { status: result.why === 'expired' ? 409 : 404 })
  return result.response
}
