import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { actOnImport } from '../features/imports/act-on-import.server'
import { findImport } from '../features/imports/import-row.server'
import { lookingAt, openImport } from '../features/imports/show/open-import.server'
import { ImportPage } from '../features/imports/pages/import-page'
import { isUnderWay } from '../features/imports/rules'
import { formToken, invalid, seeOther } from '../server/forms.server'
import { pageTitle, type Answered, type PageHandle } from '../ui'

const notFound = () => new Response(null, { status: 404 })

export const handle: PageHandle<{ view: { state: string }; underWay: boolean }> = {
  script: true,
  refresh: ({ underWay }) => (underWay ? 2 : null),
}

export const meta: MetaFunction = () => [{ title: pageTitle('Upload') }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const imported = await findImport(actor, params.id ?? '')
  if (!imported) throw notFound()
  const view = await openImport(actor, imported, lookingAt(new URL(request.url).searchParams))
  const underWay = isUnderWay(imported.state)
  return { portal: portalOf(actor), view, underWay, formToken: formToken(context.services) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const acted = await actOnImport(request, actor, params.id ?? '')
  if (acted.kind === 'missing') throw notFound()
  if (acted.kind === 'done') return seeOther(`/portal/pupils/imports/${params.id ?? ''}`)
  return invalid(acted.form, { status: acted.kind === 'clash' ? 409 : 422 })
}

export default function ImportRoute() {
  const { portal, view, formToken: token } = useLoaderData<typeof loader>()
  const answer = useActionData<Answered>()
  return (
    <Portal data={portal} here="/portal/pupils/import">
      <ImportPage
        view={view}
        answer={answer}
        form={{ token, hidden: { schoolId: portal.school?.id ?? '' } }}
      />
    </Portal>
  )
}
