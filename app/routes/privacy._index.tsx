import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openNotice } from '../features/policies/notice.server'
import { PrivacyNotice } from '../features/policies/privacy-notice'
import { pageTitle } from '../ui'

/** The same for everybody: served from memory. */
export const headers = () => ({ 'X-Otrack-Keep': 'public' })

export const meta: MetaFunction = () => [{ title: pageTitle('Privacy notice') }]

export const loader = ({ context }: LoaderFunctionArgs) => openNotice(context.services)

export default function PrivacyPage() {
  return <PrivacyNotice {...useLoaderData<typeof loader>()} />
}
