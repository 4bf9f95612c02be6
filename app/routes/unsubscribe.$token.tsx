import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import {
  actByLink,
  holderOf,
  postedFields,
  stopByAddress,
  stoppingOf,
  type Stopped,
  type Stopping,
} from '../features/marketing/by-link.server'
import { addressForm } from '../features/marketing/forms'
import { StopByAddressPage } from '../features/marketing/stop-by-address-page'
import { StopPage } from '../features/marketing/stop-page'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { formToken, invalid, judgeFields, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('Stop marketing messages') },
  { name: 'robots', content: 'noindex' },
]
export const headers = retryAfter

interface Shown {
  stopping: Stopping | null
  done: string | null
  token: string
}

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Shown> {
  const holder = await holderOf(request, context, 'opt-out', params.token ?? '')
  return {
    stopping: holder && (await stoppingOf(holder.actor, holder.contact)),
    done: new URL(request.url).searchParams.get('done'),
    token: formToken(context.services),
  }
}

/** A mail program is answered 200 at once, without a redirect (RFC 8058); no origin is asked for: the token is the authority. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const holder = await holderOf(request, context, 'opt-out', params.token ?? '')
  const fields = await postedFields(request)
  const oneClick = fields['List-Unsubscribe'] === 'One-Click'
  const here = new URL(request.url).pathname
  if (holder) {
    const did = await actByLink(holder.actor, holder.contact, fields)
    if (did === 'no-topic' || did === 'too-often')
      return Response.json({ did }, { status: did === 'no-topic' ? 422 : 429 })
    return oneClick ? { did } : seeOther(`${here}?done=${did}`)
  }
  if (oneClick) return null
  const form = judgeFields(fields, context, addressForm)
  const wait = await publicPost(context)
  if (wait !== null) return tooMany('email', 'forms sent from your network', fields, wait)
  if (!form.ok) return invalid(form)
  await stopByAddress(visitor(request, context), form.value.email)
  return seeOther(`${here}?done=address`)
}

const outcomes: readonly string[] = ['stopped', 'topics-stopped', 'undone', 'nothing-to-undo']

export default function Unsubscribe() {
  const { stopping, done, token } = useLoaderData<Shown>()
  const answer = useActionData() as (Answered & { did?: Stopped }) | null | undefined
  const outcome = answer?.did ?? (done && outcomes.includes(done) ? (done as Stopped) : null)
  return (
    <Site>
      {stopping ? (
        <StopPage stopping={stopping} done={outcome} />
      ) : (
        <StopByAddressPage done={done === 'address'} formToken={token} answer={answer ?? undefined} />
      )}
    </Site>
  )
}
