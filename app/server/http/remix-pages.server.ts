import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/server-runtime'
import { routeWords } from './route-pattern.server'
import type { Pages } from './serving.server'

export interface RemixPages<Services> {
  pages: Pages<Services>
  words: () => ReadonlySet<string>
}

/**
 * The pages of one built Remix application. Always in Remix's production mode, in which it never puts an error's text into an
 * answer; what went wrong is in the log.
 */
export function builtPages<Services>(build: ServerBuild): RemixPages<Services> {
  const handle = createRequestHandler(build, 'production')
  const words = wordsOf(build)
  return {
    pages: (request, context) => handle(request, context as unknown as AppLoadContext),
    words: () => words,
  }
}

/** The pages as they are now, asked for anew with each request: for development. */
export function livingPages<Services>(load: () => Promise<ServerBuild>): RemixPages<Services> {
  let words: ReadonlySet<string> = new Set()
  return {
    async pages(request, context) {
      const build = await load()
      words = wordsOf(build)
      return await createRequestHandler(build, 'development')(request, context as unknown as AppLoadContext)
    },
    words: () => words,
  }
}

function wordsOf(build: ServerBuild): ReadonlySet<string> {
  return routeWords(Object.values(build.routes).map((route) => route?.path ?? ''))
}
