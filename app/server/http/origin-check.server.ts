const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Where the signature or the token is the authority, and the sender is no page of ours. */
const EXEMPT = /^\/(webhooks|unsubscribe)\/./

/** Whether a POST to this address may come from anywhere. */
export function takesForeignPosts(pathname: string): boolean {
  return EXEMPT.test(pathname)
}

/**
 * Says whether an `Origin` header is the product's own. Browsers send it with every POST, so a missing one is refused too. In
 * development every spelling of loopback with the right port passes: people type `127.0.0.1` where links say `localhost`.
 */
export function makeOriginCheck(
  baseUrl: string,
  production: boolean,
): (origin: string | undefined) => boolean {
  const own = new URL(baseUrl)
  const good = new Set([own.origin])
  if (!production && LOOPBACK.includes(own.hostname)) {
    for (const host of LOOPBACK)
      good.add(new URL(`${own.protocol}//${host}${own.port && `:${own.port}`}`).origin)
  }
  return (origin) => origin !== undefined && good.has(origin)
}
