import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askReset } from '../features/accounts/ask-reset.server'
import { forgotForm } from '../features/accounts/forms'
import { ForgotPage, ForgotSentPage } from '../features/accounts/pages/forgot-page'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Set a new password') }]
export const headers = retryAfter

export const loader = ({ request, context }: LoaderFunctionArgs) => ({
  sent: new URL(request.url).searchParams.has('sent'),
  formToken: formToken(context.services),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const wait = await publicPost(context)
  const form = await parseForm(request, context, forgotForm)
  if (wait !== null)
    return tooMany('email', 'forms sent from your network', form.ok ? form.value : form.values, wait)
  if (!form.ok) return invalid(form)
  await askReset(visitor(request, context), form.value.email, form.nonce)
  return seeOther('/forgot-password?sent=1')
}

export default function ForgotPassword() {
  const { sent, formToken } = useLoaderData<typeof loader>()
  const answer = useActionData() as Answered | undefined
  return (
    <Site>{sent && !answer ? <ForgotSentPage /> : <ForgotPage formToken={formToken} answer={answer} />}</Site>
  )
}
