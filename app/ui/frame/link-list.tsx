/** A way to another page, in words. */
export interface Way {
  href: string
  label: string
}

/** Marks the way on which the page lies: the same address, or one below it unless the way is exact. */
export const isHere = (href: string, here: string, exact = false) =>
  href === here || (!exact && href !== '/' && here.startsWith(`${href}/`))

interface WaysProps {
  ways: readonly Way[]
  /** The path of the present page. */
  here?: string | undefined
  /** Address of a way that is only marked on its own page, such as a dashboard above all others. */
  exact?: string | undefined
}

/** A list of links; the present one is marked for eyes and for screen readers. */
export const Ways = ({ ways, here = '', exact }: WaysProps) => (
  <ul className="ways">
    {ways.map(({ href, label }) => (
      <li key={href}>
        <a
          href={href}
          aria-current={isHere(href, here, href === exact) ? (href === here ? 'page' : 'true') : undefined}
        >
          {label}
        </a>
      </li>
    ))}
  </ul>
)
