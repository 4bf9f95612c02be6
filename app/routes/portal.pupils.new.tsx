import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { addPupil } from '../features/pupils/form/add-pupil.server'
import { PupilForm, type PupilAnswer } from '../features/pupils/form/pupil-form'
import { refused } from '../features/pupils/form/refused.server'
import { pupilForm } from '../features/pupils/forms'
import { formToken, invalid, parseForm, seeOther } from '../server/forms.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Add a pupil') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:write')
  const school = { id: actor.school.id, name: actor.school.name }
  return { portal: portalOf(actor), school, formToken: formToken(context.services) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:write')
  const form = await parseForm(request, actor, pupilForm)
  if (!form.ok) return invalid(form)
  const result = await addPupil(actor, form.value, form.nonce)
  return result.ok ? seeOther(`/portal/pupils/${result.id}?done=added`) : refused(form, result)
}

export default function NewPupilPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<PupilAnswer>()
  return (
    <Portal data={portal} here="/portal/pupils">
      <PupilForm {...data} pupil={null} answer={answer} />
    </Portal>
  )
}
