import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openKept } from '../features/mailbox/kept.server'
import { MessagePage } from '../features/mailbox/message-page'
import { Site } from '../features/policies/site'
import { pageTitle } from '../ui'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.message.subject ?? 'Kept mail') },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, from, to, subject, at, text } = await openKept(context, params.id)
  return { message: { id, from, to, subject, at, text } }
}

export default function Message() {
  const { message } = useLoaderData<typeof loader>()
  return (
    <Site>
      <MessagePage {...message} />
    </Site>
  )
}
