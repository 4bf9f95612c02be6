import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Office, portalOf } from '../features/accounts/portal'
import { requirePermission } from '../features/accounts/require-permission.server'
import { may } from '../features/accounts/rules'
import { countLeads } from '../features/leads/queries.server'
import { countJobs } from '../server/queue/failed-jobs.server'
import { Empty, Figures, Page, pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Office') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, context, 'staff:home')
  const figures: { label: string; value: number; href: string; note: string }[] = []
  if (may(actor.who, 'leads:read')) {
    const { all, thisWeek } = await countLeads(actor)
    const note = `${all.toLocaleString('en-GB')} in all`
    figures.push({ label: 'Leads who asked in the last 7 days', value: thisWeek, href: '/staff/leads', note })
  }
  if (may(actor.who, 'jobs:manage')) {
    const { waiting, givenUp } = await countJobs(actor.services)
    const note = `${waiting.toLocaleString('en-GB')} waiting`
    figures.push({ label: 'Jobs that were given up', value: givenUp, href: '/staff/jobs', note })
  }
  return { portal: portalOf(actor), figures }
}

export default function OfficeHome() {
  const { portal, figures } = useLoaderData<typeof loader>()
  return (
    <Office data={portal} here="/staff">
      <Page
        name="staff"
        title="Office"
        lead="For OTrack’s own people. No pupil’s data can be reached from here."
      >
        {figures.length > 0 ? (
          <Figures items={figures} />
        ) : (
          <Empty title="Nothing is waiting for you">
            <p>What your role looks after will be shown here.</p>
          </Empty>
        )}
      </Page>
    </Office>
  )
}
