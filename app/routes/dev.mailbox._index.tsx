import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKept } from '../features/mailbox/kept.server'
import { MailboxPage } from '../features/mailbox/mailbox-page'
import { Site } from '../features/policies/site'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Kept mail') }]

export const loader = async ({ context }: LoaderFunctionArgs) => ({ messages: await listKept(context) })

export default function Mailbox() {
  const { messages } = useLoaderData<typeof loader>()
  return (
    <Site>
      <MailboxPage messages={messages} />
    </Site>
  )
}
