import type { ReactNode } from 'react'

/** Links that fold away at phone width, without script; where there is room they stand open and the button is gone. */
export const Menu = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="menu">
    <summary>
      <span className="menu-bars" aria-hidden="true" />
      {label}
    </summary>
    <div className="menu-inside">{children}</div>
  </details>
)

/** First stop of the keyboard: past header and links. */
export const SkipLink = () => (
  <a className="skip-link" href="#main">
    Skip to the main part of this page
  </a>
)
