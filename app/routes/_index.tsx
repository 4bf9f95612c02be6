import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Home } from '../features/home/home'
import stylesheet from '../features/home/styles.css?url'
import { Site } from '../features/policies/site'
import { pageTitle } from '../ui'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

/** The same for everybody: served from memory. */
export const headers = () => ({ 'X-Otrack-Keep': 'public' })

export const meta: MetaFunction = () => [
  { title: pageTitle('Your roll, uploaded with care') },
  {
    name: 'description',
    content:
      'Pupil tracking for schools in England. Upload your roll from SIMS, Arbor or Bromcom, and see what would change before it does.',
  },
]

export default function HomePage() {
  return (
    <Site here="/">
      <Home />
    </Site>
  )
}
