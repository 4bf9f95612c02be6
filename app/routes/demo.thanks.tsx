import type { MetaFunction } from '@remix-run/node'
import { DemoThanksPage } from '../features/leads/demo-page'
import { Site } from '../features/policies/site'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('Thank you') },
  { name: 'robots', content: 'noindex' },
]

export default function DemoThanks() {
  return (
    <Site>
      <DemoThanksPage />
    </Site>
  )
}
