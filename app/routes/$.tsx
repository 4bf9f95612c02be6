import { Page } from '../ui'

const notFound = () => {
  throw new Response(null, { status: 404 })
}

/** Every address that no other route has. A route of its own, so that the page names the request's id and nothing is logged as a fault. */
export const loader = notFound
export const action = notFound

export default function NoSuchPage() {
  return <Page name="error-404" title="There is no such page" />
}
