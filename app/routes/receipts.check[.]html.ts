import type { LoaderFunctionArgs } from '@remix-run/node'
import { checkerPage } from '../features/receipts/checker/checker-page.server'

/** The page that checks a receipt without us. It may run its own script, known by its hash, and ask nobody for anything. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { html, policy } = await checkerPage(context.services)
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  })
}
