import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { editPupil } from '../features/pupils/form/edit-pupil.server'
import { PupilForm, type PupilAnswer } from '../features/pupils/form/pupil-form'
import { refused } from '../features/pupils/form/refused.server'
import { pupilForm } from '../features/pupils/forms'
import { openPupil } from '../features/pupils/record/open-pupil.server'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Edit a pupil') }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:write')
  const pupil = await openPupil(actor, params.id ?? '')
  if (!pupil) throw new Response(null, { status: 404 })
  const school = { id: actor.school.id, name: actor.school.name }
  return { portal: portalOf(actor), school, pupil, formToken: formToken(context.services) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:write')
  const form = await parseForm(request, actor, pupilForm)
  if (!form.ok) return invalid(form)
  const result = await editPupil(actor, params.id ?? '', form.value, form.nonce)
  return result.ok ? seeOther(`/portal/pupils/${result.id}?done=changed`) : refused(form, result)
}

export default function EditPupilPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<PupilAnswer>()
  return (
    <Portal data={portal} here="/portal/pupils">
      <PupilForm {...data} answer={answer} />
    </Portal>
  )
}
