import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { may } from '../features/accounts/rules'
import { deleteForm } from '../features/pupils/forms'
import { findInScope } from '../features/pupils/queries.server'
import { changesOf } from '../features/pupils/record/changes.server'
import { openPupil, worthChecking } from '../features/pupils/record/open-pupil.server'
import { PupilRecord } from '../features/pupils/record/record'
import { erasePupil } from '../features/rights/erase-pupil.server'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle, type Answered } from '../ui'

const notFound = () => new Response(null, { status: 404 })

export const meta: MetaFunction = () => [{ title: pageTitle('Pupil') }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:read')
  const pupil = await openPupil(actor, params.id ?? '')
  if (!pupil) throw notFound()
  return {
    portal: portalOf(actor),
    pupil,
    school: { id: actor.school.id, name: actor.school.name },
    changes: await changesOf(actor, pupil),
    worthChecking: worthChecking(actor, pupil),
    may: { write: may(actor.who, 'pupils:write'), consent: may(actor.who, 'pupils:consent') },
    formToken: formToken(context.services),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:write')
  const form = await parseForm(request, actor, deleteForm)
  if (!form.ok) {
    // Another school's pupil looks like none, whatever the form says.
    if (!(await findInScope(actor, params.id ?? ''))) throw notFound()
    return invalid(form)
  }
  const result = await erasePupil(actor, params.id ?? '', form.nonce)
  if (!result.ok) throw notFound()
  return seeOther('/portal/pupils?done=deleted')
}

export default function PupilPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<Answered>()
  return (
    <Portal data={portal} here="/portal/pupils">
      <PupilRecord data={data} error={answer?.errors?.confirm} />
    </Portal>
  )
}
