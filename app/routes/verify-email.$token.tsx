import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { VerifyFaultPage, VerifyPage, type Confirming } from '../features/accounts/pages/verify-page'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { readSignUp, renewLink, verifyEmail, type LinkFault } from '../features/accounts/verify-email.server'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { formToken, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Confirm your email address') }]
export const headers = retryAfter

/** A link that opens nothing is a missing thing; one that was used already has done what it should. */
const statusOf = (why: LinkFault) => (why === 'done' ? 200 : 404)

type Shown = { token: string } & ({ why: LinkFault; what: null } | { why: null; what: Confirming })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readSignUp(visitor(request, context), params.token ?? '')
  const token = formToken(context.services)
  if (!read.ok)
    return Response.json({ why: read.why, what: null, token } satisfies Shown, { status: statusOf(read.why) })
  const { email, schoolName, dfeNumber } = read.signUp
  return Response.json({ why: null, what: { email, schoolName, dfeNumber }, token } satisfies Shown)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = visitor(request, context)
  const token = params.token ?? ''
  const wait = await publicPost(context)
  if (wait !== null) return tooMany('form', 'forms sent from your network', {}, wait)
  const form = await parseForm(request, context, z.object({}))
  if (form.ok && form.intent === 'renew') {
    const renewed = await renewLink(actor, token, form.nonce)
    return renewed.ok ? seeOther('/sign-up/check-email') : Response.json(null, { status: 409 })
  }
  const result = await verifyEmail(actor, request, token)
  if (result.ok) return seeOther('/portal', { headers: { 'Set-Cookie': result.cookie } })
  // Pressed twice: whoever is signed in by the first press arrives, anybody else is asked for the password.
  if (result.why === 'done') return seeOther('/portal')
  return Response.json(null, { status: result.why === 'damaged' || result.why === 'gone' ? 404 : 409 })
}

export default function VerifyEmail() {
  const shown = useLoaderData<Shown>()
  const answer = useActionData() as Answered | null | undefined
  return (
    <Site>
      {shown.what ? (
        <VerifyPage what={shown.what} />
      ) : (
        <VerifyFaultPage why={shown.why} formToken={shown.token} answer={answer ?? undefined} />
      )}
    </Site>
  )
}
