import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { choicesOf, holderOf, mayChoose, saveChoices } from '../features/marketing/by-link.server'
import type { Standing } from '../features/marketing/marketing.server'
import { NoPreferencesPage, PreferencesPage } from '../features/marketing/preferences-page'
import { Site } from '../features/policies/site'
import { readFields, seeOther } from '../server/forms.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('What you get from us') },
  { name: 'robots', content: 'noindex' },
]

interface Shown {
  standing: Standing
  mayChoose: boolean
  saved: boolean
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const holder = await holderOf(request, context, 'preferences', params.token ?? '')
  if (!holder) return Response.json(null, { status: 404 })
  const shown: Shown = {
    standing: await choicesOf(holder.actor, holder.contact),
    mayChoose: mayChoose(holder.contact),
    saved: new URL(request.url).searchParams.has('saved'),
  }
  return Response.json(shown)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const holder = await holderOf(request, context, 'preferences', params.token ?? '')
  if (!holder) return Response.json(null, { status: 404 })
  const fields = await readFields(request)
  // Nobody can agree for an address that we do not hold; ending it is always possible.
  const saved = await saveChoices(
    holder.actor,
    holder.contact,
    mayChoose(holder.contact) ? fields : {},
    'preferences',
  )
  if (!saved.ok)
    throw new Response(null, { status: 429, headers: { 'Retry-After': String(saved.retryAfterSeconds) } })
  return seeOther(`${new URL(request.url).pathname}?saved=yes`)
}

export default function Preferences() {
  const shown = useLoaderData<Shown | null>()
  return <Site>{shown ? <PreferencesPage {...shown} /> : <NoPreferencesPage />}</Site>
}
