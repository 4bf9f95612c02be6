/** A way to another page, in words. */
export interface Way {
  href: string
  label: string
}

/** The way on which the page lies: the one with the same address, else the nearest above it. An exact way is only its own page's. */
function presentOf(ways: readonly Way[], here: string, exact: string | undefined): string | undefined {
  const above = ways
    .map(({ href }) => href)
    .filter((href) => href === here || (href !== exact && href !== '/' && here.startsWith(`${href}/`)))
  return above.sort((a, b) => b.length - a.length)[0]
}

interface WaysProps {
  ways: readonly Way[]
  /** The path of the present page. */
  here?: string | undefined
  /** Address of a way that is only marked on its own page, such as a dashboard above all others. */
  exact?: string | undefined
}

/** A list of links; the present one is marked for eyes and for screen readers. */
export function Ways({ ways, here = '', exact }: WaysProps) {
  const present = presentOf(ways, here, exact)
  return (
    <ul className="ways">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={href === present ? (href === here ? 'page' : 'true') : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
