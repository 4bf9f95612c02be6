import type { ReactNode } from 'react'
import { Button, Form, PortalFrame, type Way } from '../../ui'
import { roleWords } from '../policies/rules/company'
import type { SignedIn } from './signed-in'
import { may, roleNames, type Permission, type SchoolRole, type StaffRole } from './rules'

/** What the frame around a signed-in page needs to know; loaders hand it over as `portal: portalOf(actor)`. */
export interface PortalData {
  /** Null for staff, and for a person who acts for no school. */
  school: { id: string; name: string } | null
  /** Such as "Mrs A Okafor, owner". */
  person: string
  nav: Way[]
  severalSchools: boolean
}

interface Door extends Way {
  needs: Permission
}

const schoolDoors: readonly Door[] = [
  { href: '/portal', label: 'Dashboard', needs: 'school:home' },
  { href: '/portal/pupils', label: 'Pupils', needs: 'pupils:read' },
  { href: '/portal/pupils/import', label: 'Upload', needs: 'pupils:import' },
  { href: '/portal/audit', label: 'Activity', needs: 'audit:read' },
  { href: '/portal/account', label: 'Your account', needs: 'own' },
  { href: '/portal/rights', label: 'Your data and rights', needs: 'own' },
]

const staffDoors: readonly Door[] = [
  { href: '/staff', label: 'Office', needs: 'staff:home' },
  { href: '/staff/leads', label: 'Leads', needs: 'leads:read' },
  { href: '/staff/jobs', label: 'Jobs', needs: 'jobs:manage' },
  { href: '/portal/account', label: 'Your account', needs: 'own' },
  { href: '/portal/rights', label: 'Your data and rights', needs: 'own' },
]

/** What the frame shows to this person: only ways that they may go. */
export function portalOf(actor: SignedIn): PortalData {
  const { who, school, schoolCount } = actor
  const doors = who.kind === 'staff' ? staffDoors : schoolDoors
  const role = who.role === null ? null : roleNames[who.role as SchoolRole | StaffRole]
  return {
    school: school && { id: school.id, name: school.name },
    person: role ? `${who.name}, ${role}` : who.name,
    nav: doors.filter(({ needs }) => may(who, needs)).map(({ href, label }) => ({ href, label })),
    severalSchools: schoolCount > 1,
  }
}

interface FrameProps {
  data: PortalData
  /** Path of the present page. */
  here: string
  banner?: ReactNode | undefined
  children: ReactNode
}

const SignOut = () => (
  <Form action="/sign-out" bare>
    <Button weight="quiet">Sign out</Button>
  </Form>
)

/** The frame around a page of the portal, for a school's people. */
export const Portal = ({ data, here, banner, children }: FrameProps) => (
  <PortalFrame
    name="OTrack"
    place={data.school?.name ?? 'No school'}
    home="/portal"
    person={data.person}
    nav={data.nav}
    here={here}
    personal={
      <>
        {data.severalSchools && <a href="/portal/schools">Change school</a>}
        <SignOut />
      </>
    }
    note={<p>{roleWords.processor}</p>}
    banner={banner}
  >
    {children}
  </PortalFrame>
)

/** The frame around a page for OTrack's own people. */
export const Office = ({ data, here, banner, children }: FrameProps) => (
  <PortalFrame
    name="OTrack"
    place="OTrack office"
    home="/staff"
    person={data.person}
    nav={data.nav}
    here={here}
    personal={<SignOut />}
    note={<p>{roleWords.controller}</p>}
    banner={banner}
  >
    {children}
  </PortalFrame>
)
