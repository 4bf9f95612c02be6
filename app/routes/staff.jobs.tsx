import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Office, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { jobForm } from '../features/office/forms'
import { JobsPage } from '../features/office/jobs-page'
import { jobs } from '../jobs'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { countJobs, dropFailedJob, failedJobs, retryFailedJob } from '../server/queue/failed-jobs.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Jobs') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'jobs:manage')
  const { services } = context
  return {
    portal: portalOf(actor),
    figures: await countJobs(services),
    jobs: await failedJobs(services),
    formToken: formToken(services),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'jobs:manage')
  const form = await parseForm(request, context, jobForm)
  if (!form.ok) throw new Response(null, { status: 404 })
  const { id, confirm } = form.value
  const drop = form.intent === 'drop'
  if (drop && confirm === undefined)
    return invalid({ ...form.with('confirm', 'Tick the box.'), values: { id } })
  const done = drop
    ? await dropFailedJob(actor, jobs, id, form.nonce)
    : await retryFailedJob(actor, id, form.nonce)
  // Somebody else has had it tried again or dropped it.
  if (!done) throw new Response(null, { status: 409 })
  return seeOther(`/staff/jobs?done=${drop ? 'dropped' : 'retried'}`)
}

export default function Jobs() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<{ values: { id: string } }>()
  return (
    <Office data={portal} here="/staff/jobs">
      <JobsPage {...data} unconfirmed={answer?.values.id ?? null} />
    </Office>
  )
}
