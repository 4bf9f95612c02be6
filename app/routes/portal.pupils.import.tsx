import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { takeUpload } from '../features/imports/take-upload.server'
import { UploadPage } from '../features/imports/pages/upload-page'
import { wordingFor } from '../features/pupils/pupils.server'
import { formToken, invalid, seeOther } from '../server/forms.server'
import { pageTitle, type Answered, type PageHandle } from '../ui'

export const handle: PageHandle = { script: true }

export const meta: MetaFunction = () => [{ title: pageTitle('Upload your roll') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  return {
    portal: portalOf(actor),
    wording: wordingFor('upload').text,
    formToken: formToken(context.services),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:import')
  const taken = await takeUpload(request, actor)
  if (taken.ok) return seeOther(`/portal/pupils/imports/${taken.importId}`)
  const { retryAfterSeconds, status } = taken
  return invalid(taken.form, {
    status,
    headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
  })
}

export default function ImportRoute() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  return (
    <Portal data={portal} here="/portal/pupils/import">
      <UploadPage {...data} schoolId={portal.school?.id ?? ''} answer={useActionData<Answered>()} />
    </Portal>
  )
}
