import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { asksForScript } from './ui/script/handle'
import { ScriptContext } from './ui/script/page-script'

/** With Vite's development server every page has its reload script, which speaks by web socket. */
const dev = import.meta.env.DEV

/** Nothing but our own, no script unless the page asked for ours, never inline. */
function contentSecurityPolicy(nonce: string | null): string {
  return [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `manifest-src 'self'`,
    nonce ? `script-src 'nonce-${nonce}'${dev ? ` 'self'` : ''}` : `script-src 'none'`,
    ...(nonce ? [`connect-src 'self'${dev ? ' ws:' : ''}`] : []),
  ].join('; ')
}

/** Whether an action answered with errors beside the fields. */
const cameBack = (actionData: EntryContext['staticHandlerContext']['actionData']) =>
  Object.values(actionData ?? {}).some((answer: { errors?: unknown } | null) => answer?.errors !== undefined)

/**
 * Renders a page in one go. Nothing is streamed, since no page defers: so there is no timer to clear and no stream to be cut off; and as no
 * page is hydrated, static markup (without React's comments) is enough. What throws here comes back as the error page.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Response {
  const { matches, actionData } = remixContext.staticHandlerContext
  const { module } = remixContext.manifest.entry
  const asked = dev || asksForScript(matches.map(({ route }) => remixContext.routeModules[route.id]?.handle))
  const script = asked ? { modules: dev ? ['/@vite/client', module] : [module], nonce } : null

  const html = renderToStaticMarkup(
    <ScriptContext.Provider value={script}>
      <RemixServer context={remixContext} url={request.url} />
    </ScriptContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(script && nonce))
  // A form that came back begins its title with "Error: ", the first that a screen reader says; routes' `meta` does not see what an action answered.
  const page = cameBack(actionData) ? html.replace('<title>', '<title>Error: ') : html
  return new Response(`<!DOCTYPE html>${page}`, { status, headers })
}

/** A fault in a loader, an action or a page: logged with the request's id. A browser that went away and an answer such as 405 are none. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.services.log.fault(error, { requestId: context.requestId })
}
