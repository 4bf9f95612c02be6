import type { LoaderFunctionArgs } from '@remix-run/node'
import { htmlPolicy } from '../features/mailbox/html-policy.server'
import { openKept } from '../features/mailbox/kept.server'

/** The HTML part of a kept message, on its own. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { html } = await openKept(context, params.id)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': htmlPolicy(html) }
  return new Response(html, { headers })
}
