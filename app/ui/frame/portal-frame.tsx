import type { ReactNode } from 'react'
import { Ways, type Way } from './link-list'
import { Logo } from './logo'
import { Menu, SkipLink } from './menu'

interface PortalFrameProps {
  name: string
  /** Where one is, such as the school's name. */
  place: string
  home: string
  /** Who is signed in, such as "Mrs A Okafor, owner". */
  person: string
  nav: readonly Way[]
  /** Path of the present page. */
  here: string
  /** The form that signs out, and what else belongs to the person. */
  personal: ReactNode
  /** Under every page: whose data it is and who keeps it. */
  note: ReactNode
  /** Something to know on every page, such as a demo running out. */
  banner?: ReactNode | undefined
  children: ReactNode
}

/** The signed-in part around a page: links at the side, folded at phone width; the present one marked. */
export function PortalFrame(props: PortalFrameProps) {
  const { name, place, home, person, nav, here, personal, note, banner, children } = props
  return (
    <div className="portal">
      <SkipLink />
      <header className="portal-side">
        <div className="portal-top">
          <Logo href={home} name={name} />
          <p className="portal-place">{place}</p>
        </div>
        <Menu label="Menu">
          <nav aria-label="Main">
            <Ways ways={nav} here={here} exact={home} />
          </nav>
          <div className="portal-person">
            <p>
              <span className="visually-hidden">Signed in as </span>
              {person}
            </p>
            {personal}
          </div>
        </Menu>
      </header>
      <div className="portal-body">
        {banner && <div className="portal-banner">{banner}</div>}
        {children}
        <footer className="portal-note">{note}</footer>
      </div>
    </div>
  )
}
