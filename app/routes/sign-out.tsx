import type { ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '../features/accounts/sign-in.server'
import { visitor } from '../server/actor'
import { seeOther } from '../server/forms.server'

/** A link must not sign anybody out: only the form does. */
export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await signOut(visitor(request, context), request)
  return seeOther('/sign-in?done=out', { headers: { 'Set-Cookie': cookie } })
}

/** Never shown; with it the 405 is a page. */
export default function SignOut() {
  return null
}
