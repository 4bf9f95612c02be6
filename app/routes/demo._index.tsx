import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicPost, retryAfter, tooMany } from '../features/accounts/too-many.server'
import { DemoPage } from '../features/leads/demo-page'
import { enquire } from '../features/leads/enquire.server'
import { demoForm } from '../features/leads/forms'
import { sentTooSoon } from '../features/leads/rules'
import { TRAP } from '../features/leads/trap'
import { Site } from '../features/policies/site'
import { visitor } from '../server/actor'
import { formToken, invalid, judgeFields, readFields, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('Book a demo') },
  {
    name: 'description',
    content: 'See OTrack by video call, on the roll of a school that we invented.',
  },
]
export const headers = retryAfter

export const loader = ({ context }: LoaderFunctionArgs) => ({ formToken: formToken(context.services) })

export async function action({ request, context }: ActionFunctionArgs) {
  const wait = await publicPost(context)
  const { [TRAP]: trap, ...fields } = await readFields(request)
  const form = judgeFields(fields, context, demoForm)
  if (wait !== null)
    return tooMany('email', 'forms sent from your network', form.ok ? fields : form.values, wait)
  // The same answer as to a person, so that a program cannot learn to leave the field empty; nothing is kept.
  if (trap) return seeOther('/demo/thanks')
  if (!form.ok) return invalid(form)
  const actor = visitor(request, context)
  if (sentTooSoon(form.shownAt, actor.at)) {
    return invalid(
      form.with(
        'form',
        'The form came back before anybody could have read it. Look it over and send it again.',
      ),
    )
  }
  await enquire(actor, form.value, form.nonce)
  return seeOther('/demo/thanks')
}

export default function Demo() {
  const data = useLoaderData<typeof loader>()
  return (
    <Site here="/demo">
      <DemoPage formToken={data.formToken} answer={useActionData() as Answered | undefined} />
    </Site>
  )
}
