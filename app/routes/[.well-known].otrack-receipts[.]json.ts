import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedKeys } from '../server/proof/public-keys.server'

/** The keys that sign receipts, past ones too, and the newest checkpoint of the log. */
export const loader = async ({ context }: LoaderFunctionArgs) =>
  Response.json(await publishedKeys(context.services.db), {
    headers: { 'Cache-Control': 'public, max-age=300' },
  })
