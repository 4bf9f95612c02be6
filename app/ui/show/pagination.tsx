interface PaginationProps {
  /** What is shown, such as "Pupils 51 to 100 of 210". */
  summary?: string | undefined
  /** Addresses; null or nothing where there is no such page. */
  previous?: string | null | undefined
  next?: string | null | undefined
  words?: { previous: string; next: string } | undefined
}

/** The way to the page before and the page after of a long list. */
export function Pagination(props: PaginationProps) {
  const { summary, previous, next, words = { previous: 'Previous', next: 'Next' } } = props
  if (!summary && !previous && !next) return null
  return (
    <nav className="pagination" aria-label="Pages">
      {summary && <p>{summary}</p>}
      {previous && (
        <a href={previous} rel="prev">
          {words.previous}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}
