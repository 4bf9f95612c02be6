import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Portal, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { may } from '../features/accounts/rules'
import { readFilter, readPlace, readSort } from '../features/pupils/list/filter'
import { PupilList } from '../features/pupils/list/list'
import { anyPupil, classGroups, listPupils } from '../features/pupils/list/list-pupils.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Pupils') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'pupils:read')
  const address = new URL(request.url).searchParams
  const filter = readFilter(address, 'current')
  const sort = readSort(address)
  const page = await listPupils(actor, filter, sort, readPlace(address))
  return {
    portal: portalOf(actor),
    page,
    filter,
    sort,
    classes: await classGroups(actor),
    any: page.total > 0 || (await anyPupil(actor)),
    may: {
      write: may(actor.who, 'pupils:write'),
      import: may(actor.who, 'pupils:import'),
      export: may(actor.who, 'pupils:export'),
    },
    done: address.get('done'),
  }
}

export default function PupilsPage() {
  const { portal, ...data } = useLoaderData<typeof loader>()
  return (
    <Portal data={portal} here="/portal/pupils">
      <PupilList {...data} />
    </Portal>
  )
}
