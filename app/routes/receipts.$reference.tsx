import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Site } from '../features/policies/site'
import { NoReceiptPage, ReceiptPage } from '../features/receipts/receipt-page'
import { formToken } from '../server/forms.server'
import { findReceipt, type Found } from '../server/proof/find-receipt.server'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [
  { title: pageTitle('A receipt') },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findReceipt(context.services.db, params.reference ?? '')
  return Response.json({ found, formToken: formToken(context.services) }, { status: found ? 200 : 404 })
}

export default function Receipt() {
  const { found, formToken } = useLoaderData<{ found: Found | null; formToken: string }>()
  return (
    <Site>
      {found ? <ReceiptPage found={found} formToken={formToken} /> : <NoReceiptPage formToken={formToken} />}
    </Site>
  )
}
