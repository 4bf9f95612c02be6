import { isIP, isIPv4 } from 'node:net'

/** IPv4 as it stands inside IPv6: so all addresses have one length, and a cipher's length says nothing. */
const V4 = Buffer.from('00000000000000000000ffff', 'hex')

/** An IP address in 16 bytes; null for what is none. A zone (`%eth0`) says something about our machine alone and is left out. */
export function packAddress(text: string): Buffer | null {
  const address = text.replace(/%.*$/, '')
  if (isIPv4(address)) return Buffer.concat([V4, Buffer.from(address.split('.').map(Number))])
  if (isIP(address) === 0) return null
  // The URL parser writes every spelling of an address in one way, with hexadecimal groups alone.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0')
  const all = [...groups(head), ...zeros, ...groups(tail)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

/** The address of 16 bytes, as people write it. */
export function unpackAddress(bytes: Buffer): string {
  if (bytes.subarray(0, V4.length).equals(V4)) return [...bytes.subarray(V4.length)].join('.')
  const groups = bytes.toString('hex').match(/.{4}/g) ?? []
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}
