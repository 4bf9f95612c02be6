import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Office, Portal, portalOf } from '../features/accounts/portal'
import { requireFresh, requirePermission } from '../features/accounts/require-permission.server'
import { askCopy } from '../features/rights/copy/ask-copy.server'
import { erasePupil } from '../features/rights/erase-pupil.server'
import { newRequestForm } from '../features/rights/forms'
import { NewRequestPage } from '../features/rights/pages/new-request-page'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Ask for a copy of your data') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  requireFresh(request, actor)
  const staff = actor.who.kind === 'staff'
  const { dpoEmail } = context.services.settings
  return { portal: portalOf(actor), staff, dpoEmail, formToken: formToken(context.services) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'own')
  requireFresh(request, actor)
  const form = await parseForm(request, actor, newRequestForm)
  if (!form.ok) return invalid(form)
  const { subject, pupilId = '', details } = form.value
  if (subject === 'self') {
    const reference = await askCopy(actor, { details: details || null, once: form.nonce })
    return seeOther(`/portal/rights/${reference}`)
  }
  const keeper = await requirePermission(request, context, 'pupils:write')
  // What was typed beside it may name the pupil, and is not kept.
  const result = await erasePupil(keeper, pupilId, form.nonce)
  if (!result.ok) throw new Response(null, { status: 404 })
  return seeOther(`/portal/rights/${result.reference}`)
}

export default function NewRequest() {
  const { portal, staff, ...data } = useLoaderData<typeof loader>()
  const Frame = staff ? Office : Portal
  return (
    <Frame data={portal} here="/portal/rights">
      <NewRequestPage {...data} answer={useActionData() as Answered | undefined} />
    </Frame>
  )
}
