import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signUpForm } from '../features/accounts/forms'
import { SignUpPage } from '../features/accounts/pages/sign-up-page'
import { signUp } from '../features/accounts/sign-up.server'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { company } from '../features/policies/rules/company'
import { Site } from '../features/policies/site'
import { termsVersion } from '../features/policies/rules/versions'
import { visitor } from '../server/actor'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('Create your school’s account') },
  {
    name: 'description',
    content:
      'Create your school’s OTrack account: one form, one link in your mail, and you can upload your roll.',
  },
]
export const headers = retryAfter

export const loader = ({ context }: LoaderFunctionArgs) => ({ formToken: formToken(context.services) })

export async function action({ request, context }: ActionFunctionArgs) {
  const wait = await publicPost(context)
  const form = await parseForm(request, context, signUpForm)
  if (wait !== null)
    return tooMany('schoolName', 'forms sent from your network', form.ok ? form.value : form.values, wait)
  if (!form.ok) return invalid(form)
  const result = await signUp(visitor(request, context), form.value, {
    termsVersion: termsVersion.number,
    once: form.nonce,
  })
  if (result.ok) return seeOther('/sign-up/check-email')
  const says = `This school has an account already. Ask the colleague who looks after OTrack at your school, or telephone us on ${company.telephone}.`
  return invalid(form.with('dfeNumber', says))
}

export default function SignUp() {
  const data = useLoaderData<typeof loader>()
  return (
    <Site here="/sign-up">
      <SignUpPage formToken={data.formToken} answer={useActionData() as Answered | undefined} />
    </Site>
  )
}
