import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { answerConsent } from '../features/pupils/consent/answer-consent.server'
import { ConsentPage } from '../features/pupils/consent/consent'
import { openConsent } from '../features/pupils/consent/open-consent.server'
import { formToken, invalid, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Consent') }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:consent')
  const open = await openConsent(actor, params.id ?? '')
  if (!open) throw new Response(null, { status: 404 })
  const school = { id: actor.school.id, name: actor.school.name }
  return { portal: portalOf(actor), school, open, formToken: formToken(context.services) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:consent')
  const answer = await answerConsent(request, actor, params.id ?? '')
  if ('bad' in answer) return invalid(answer.bad)
  const { result, done } = answer
  // Another person decided meanwhile, and the same.
  if (!result.ok) throw new Response(null, { status: result.why === 'gone' ? 404 : 409 })
  return seeOther(`/portal/pupils/${params.id ?? ''}?done=${done}`)
}

export default function PupilConsentPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<Answered>()
  return (
    <Portal data={portal} here="/portal/pupils">
      <ConsentPage {...data} answer={answer} />
    </Portal>
  )
}
