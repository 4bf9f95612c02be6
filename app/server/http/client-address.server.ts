import { isIP, isIPv6 } from 'node:net'

/**
 * Who asks. With `trustProxy` proxies in front, each of which adds the address it was called from at the end of `X-Forwarded-For`, the
 * client is that many entries from the end; what stands further left is the client's own claim and is not believed.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustProxy: number,
): string {
  const direct = plain(remote) ?? 'unknown'
  if (trustProxy === 0 || !forwardedFor) return direct
  const chain = forwardedFor.split(',').map((entry) => entry.trim())
  return plain(chain[Math.max(0, chain.length - trustProxy)]) ?? direct
}

/** What limits count by: an IPv6 customer has a whole /64 to change addresses in. Other keys stay as they are. */
export function networkOf(key: string): string {
  if (!isIPv6(key)) return key
  const [head = '', tail] = key.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function plain(address: string | undefined): string | null {
  const bare = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return bare && isIP(bare) ? bare : null
}
