import type { ReactNode } from 'react'
import { SiteFrame } from '../../ui'
import { company } from './rules/company'

const nav = [
  { href: '/#how', label: 'How it works' },
  { href: '/#data-protection', label: 'Data protection' },
  { href: '/sign-in', label: 'Sign in' },
]

const groups = [
  {
    title: 'OTrack',
    ways: [
      { href: '/#how', label: 'How it works' },
      { href: '/demo', label: 'Book a demo' },
      { href: '/sign-up', label: 'Create your school’s account' },
      { href: '/sign-in', label: 'Sign in' },
    ],
  },
  {
    title: 'Your data',
    ways: [
      { href: '/privacy', label: 'Privacy notice' },
      { href: '/terms', label: 'Terms for schools' },
      { href: '/receipts', label: 'Check a receipt' },
    ],
  },
]

const [building, ...rest] = company.address

/** The public site around a page: its links, and the company's facts at the foot (P1, P2). */
export const Site = ({ here, children }: { here?: string | undefined; children: ReactNode }) => (
  <SiteFrame
    name="OTrack"
    here={here}
    nav={nav}
    call={{ href: '/demo', label: 'Book a demo' }}
    footer={{
      groups,
      company: [company.legalName, building, rest.join(', '), `Telephone ${company.telephone}`],
      note: (
        <p>
          {company.legalName}, trading as {company.tradingAs}, is the controller of what you tell us on this
          site. For pupils’ data the school is the controller, and we are its processor.
        </p>
      ),
    }}
  >
    {children}
  </SiteFrame>
)
