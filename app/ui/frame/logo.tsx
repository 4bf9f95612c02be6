/** The mark: an O that is also a running track, with the pupil a little ahead on it. Decoration: the name stands beside it. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
    <path
      className="mark-track"
      d="M22.9 6.2A12 12 0 1 0 27.6 13"
      fill="none"
      strokeWidth="5"
      strokeLinecap="round"
    />
    <circle className="mark-dot" cx="27" cy="6.6" r="3.6" />
  </svg>
)

/** Mark and name, as a link home. */
export const Logo = ({ href, name }: { href: string; name: string }) => (
  <a className="logo" href={href}>
    <Mark />
    <span>{name}</span>
  </a>
)
