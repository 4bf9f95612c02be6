import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chooseSchool, ownSchools } from '../features/accounts/own-account.server'
import { SchoolsPage } from '../features/accounts/pages/schools-page'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { ownPath } from '../features/accounts/rules'
import type { AppContext } from '../server/context'
import { readFields, seeOther } from '../server/forms.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Choose a school') }]

/** Staff act for no school. */
async function actorOf(request: Request, context: AppContext) {
  const actor = await requirePermission(request, context, 'own')
  if (actor.who.kind === 'staff') throw new Response(null, { status: 403 })
  return actor
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context)
  const to = ownPath(new URL(request.url).searchParams.get('to'))
  return {
    to,
    schools: await ownSchools(actor),
    actingFor: actor.school?.id ?? null,
    portal: portalOf(actor),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await actorOf(request, context)
  // Not by parseForm: the school that the form carries is the one to go to, not the one acted for.
  const { schoolId, to } = await readFields(request)
  if (typeof schoolId !== 'string' || !(await chooseSchool(actor, schoolId)))
    throw new Response(null, { status: 404 })
  return seeOther(ownPath(to) ?? '/portal')
}

export default function Schools() {
  const { to, schools, actingFor, portal } = useLoaderData<typeof loader>()
  return (
    <Portal data={portal} here="/portal/schools">
      <SchoolsPage schools={schools} actingFor={actingFor} to={to} />
    </Portal>
  )
}
