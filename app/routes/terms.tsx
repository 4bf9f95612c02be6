import type { MetaFunction } from '@remix-run/node'
import { TermsForSchools } from '../features/policies/terms-for-schools'
import { pageTitle } from '../ui'

/** The same for everybody: served from memory. */
export const headers = () => ({ 'X-Otrack-Keep': 'public' })

export const meta: MetaFunction = () => [{ title: pageTitle('Terms for schools') }]

export default function TermsPage() {
  return <TermsForSchools />
}
