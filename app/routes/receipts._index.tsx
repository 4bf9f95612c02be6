import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { Site } from '../features/policies/site'
import { checkText, type CheckedText } from '../features/receipts/check-text.server'
import { receiptForm } from '../features/receipts/forms'
import { ReceiptsPage } from '../features/receipts/receipts-page'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('Check a receipt') },
  { name: 'description', content: 'See whether a receipt that OTrack issued is genuine.' },
]
export const headers = retryAfter

/** The form's reference has a page of its own, also when it is none. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const reference = new URL(request.url).searchParams.get('reference')?.replace(/\s/g, '').slice(0, 40)
  if (reference) return seeOther(`/receipts/${encodeURIComponent(reference)}`)
  return Response.json({ formToken: formToken(context.services) })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const wait = await publicPost(context)
  const form = await parseForm(request, context, receiptForm)
  if (wait !== null)
    return tooMany('receipt', 'forms sent from your network', form.ok ? form.value : form.values, wait)
  if (!form.ok) return invalid(form)
  return { checked: await checkText(context.services, form.value.receipt) }
}

export default function Receipts() {
  const { formToken } = useLoaderData<{ formToken: string }>()
  const answer = useActionData() as (Answered & { checked?: CheckedText }) | undefined
  return (
    <Site here="/receipts">
      <ReceiptsPage formToken={formToken} answer={answer} />
    </Site>
  )
}
