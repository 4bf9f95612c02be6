const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The words of the product's own addresses, gathered from route paths such as `portal/pupils/:id/edit`. */
export function routeWords(paths: Iterable<string>): ReadonlySet<string> {
  const words = new Set(['healthz', 'readyz', 'assets'])
  for (const path of paths) {
    for (const word of path.split('/')) if (word && !/[:*]/.test(word)) words.add(word.replace(/\?$/, ''))
  }
  return words
}

/**
 * An address as it may be logged: the routes' own words stay, ids become `:id`, and everything else, tokens, references and whatever
 * strangers type, becomes `:value`. Never takes the query string.
 */
export function routePattern(pathname: string, words: ReadonlySet<string>): string {
  if (pathname === '/') return '/'
  const segments = pathname.slice(1).split('/', 10)
  return `/${segments.map((segment) => (words.has(segment) ? segment : UUID.test(segment) ? ':id' : ':value')).join('/')}`
}
