import { digest } from './canonical'

const bytesOf = (hash: string) => Buffer.from(hash, 'base64url')

/**
 * The root of a Merkle tree over leaf hashes (base64url, in their order), as RFC 6962 §2.1 builds it: the left half holds the largest power
 * of two that is smaller than the whole, and a node has a prefix of its own, so that it cannot pass for a leaf.
 */
export function merkleRoot(leaves: readonly string[]): string {
  const [first] = leaves
  if (first === undefined) return digest('')
  if (leaves.length === 1) return first
  const half = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1)
  return digest(
    Uint8Array.of(1),
    bytesOf(merkleRoot(leaves.slice(0, half))),
    bytesOf(merkleRoot(leaves.slice(half))),
  )
}
