import { Links, Meta, Outlet, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { ErrorPage, statusOf, wordsOf } from './features/policies/errors'
import { pageTitle } from './ui'
import { PageScript } from './ui/script/page-script'
import { refreshOf } from './ui/script/handle'
import stylesheet from './ui/styles.css?url'

export const links: LinksFunction = () => [
  {
    rel: 'preload',
    href: '/fonts/ysabeau-office-latin.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/icon-32.png', sizes: '32x32', type: 'image/png' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
]

/** Only for pages without a title of their own, and for errors. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? pageTitle(wordsOf(statusOf(error)).title) : 'OTrack' },
]

/** What a thrown answer says beside its page, such as `Retry-After` and `Allow`. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

export const loader = ({ context }: LoaderFunctionArgs) => ({ requestId: context.requestId })

/** The document around every page. No `<Scripts>`: pages are whole as they come, and ship no script unless they ask for one. */
export function Layout({ children }: { children: ReactNode }) {
  const refreshSeconds = refreshOf(useMatches())
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#12372b" />
        {refreshSeconds !== null && (
          <noscript>
            <meta httpEquiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
        <Meta />
        <Links />
        <PageScript />
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage error={useRouteError()} requestId={data?.requestId} />
}
