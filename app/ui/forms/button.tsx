import type { ReactNode } from 'react'

/** How much a button weighs: one main act to a form; quiet ones beside it; danger for what cannot be undone. */
export type Weight = 'main' | 'quiet' | 'danger'

interface ButtonProps {
  children: ReactNode
  weight?: Weight | undefined
  /** With `value`, tells several acts of one page apart: name="intent". */
  name?: string | undefined
  value?: string | undefined
  /** Another form's id, where the button stands outside it. */
  form?: string | undefined
}

/** A button that sends its form. */
export function Button({ children, weight = 'main', ...rest }: ButtonProps) {
  return (
    <button className="button" type="submit" data-weight={weight} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks as important as a button. `download` for a file. */
export function ButtonLink(props: {
  href: string
  children: ReactNode
  weight?: Weight | undefined
  download?: boolean | undefined
}) {
  return (
    <a className="button" href={props.href} data-weight={props.weight ?? 'main'} download={props.download}>
      {props.children}
    </a>
  )
}
