interface ErrorSummaryProps {
  /** Sentence by field name, in the order of the page; `form` is for what no field is to blame for. Nothing is drawn when there is none. */
  errors: Readonly<Record<string, string>> | null | undefined
  title?: string | undefined
}

/** Everything that was wrong, first on the page, with a way to each field. It takes the focus by itself. */
export function ErrorSummary({ errors, title = 'There is a problem' }: ErrorSummaryProps) {
  const wrong = Object.entries(errors ?? {})
  if (wrong.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus data-error-summary="">
      <h2>{title}</h2>
      <ul>
        {wrong.map(([name, says]) => (
          <li key={name}>
            <a href={name === 'form' ? '#main' : `#${name}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
