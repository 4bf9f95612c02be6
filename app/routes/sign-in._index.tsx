import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signInForm } from '../features/accounts/forms'
import { SignInPage } from '../features/accounts/pages/sign-in-page'
import { ownPath } from '../features/accounts/rules'
import { signIn } from '../features/accounts/sign-in.server'
import { retryAfter, tooMany } from '../features/accounts/too-many.server'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in') }]
export const headers = retryAfter

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return { to: ownPath(searchParams.get('to')), done: searchParams.get('done') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, context, signInForm)
  if (!form.ok) return invalid(form)
  const { email, password, to } = form.value
  const result = await signIn(visitor(request, context), request, { email, password })
  if (result.ok) return seeOther(ownPath(to) ?? result.home, { headers: { 'Set-Cookie': result.cookie } })
  if (result.why === 'too-many')
    return tooMany('email', 'tries to sign in', { email }, result.retryAfterSeconds)
  return invalid(
    form.with(
      'email',
      'The email address or the password is not right. Check both; capital letters count in the password.',
    ),
  )
}

export default function SignIn() {
  const { to, done } = useLoaderData<typeof loader>()
  return (
    <Site here="/sign-in">
      <SignInPage to={to} done={done} answer={useActionData() as Answered | undefined} />
    </Site>
  )
}
