import type { ReactNode } from 'react'
import { Ways, type Way } from './link-list'
import { Logo } from './logo'
import { Menu, SkipLink } from './menu'

interface SiteFrameProps {
  name: string
  /** Path of the present page. */
  here?: string | undefined
  nav: readonly Way[]
  /** The one link that looks like a button, such as "Book a demo". */
  call?: Way | undefined
  footer: {
    groups: readonly { title: string; ways: readonly Way[] }[]
    /** Who stands behind the site: name, address, telephone; a line each. */
    company: readonly string[]
    /** Under everything: whose data it is, the year. */
    note: ReactNode
  }
  children: ReactNode
}

/** The public site around a page: header, what the page gives (its `<main>`), footer with the company's facts. */
export function SiteFrame({ name, here, nav, call, footer, children }: SiteFrameProps) {
  return (
    <div className="site">
      <SkipLink />
      <header className="site-header">
        <div className="site-header-inside">
          <Logo href="/" name={name} />
          <Menu label="Menu">
            <nav aria-label="Main">
              <Ways ways={nav} here={here} />
            </nav>
            {call && (
              <a className="button" href={call.href} data-weight="main">
                {call.label}
              </a>
            )}
          </Menu>
        </div>
      </header>
      {children}
      <footer className="site-footer">
        <div className="site-footer-inside">
          <div className="site-footer-company">
            <Logo href="/" name={name} />
            <address>
              {footer.company.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </address>
          </div>
          {footer.groups.map(({ title, ways }) => (
            <nav key={title} aria-label={title}>
              <p className="site-footer-title">{title}</p>
              <Ways ways={ways} />
            </nav>
          ))}
          <div className="site-footer-note">{footer.note}</div>
        </div>
      </footer>
    </div>
  )
}
