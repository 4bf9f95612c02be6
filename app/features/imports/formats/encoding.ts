import { refusals, utf16Order } from './sniff'
import { UnreadableFile } from './unreadable-file'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Finds a file's encoding from all its bytes, for a first name with an accent may stand at its very end: a byte-order mark or UTF-16's zero
 * bytes, else UTF-8 where it is valid, else Windows-1252, which most school systems write. A UTF-8 file with a few damaged bytes stays
 * UTF-8; the damage shows as replacement signs, which are reported with the names that have them.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
  let utf16: Encoding | null = null
  let first = true
  const tally = new Utf8Tally()
  for await (const chunk of chunks) {
    if (first) utf16 = utf16Order(chunk)
    first = false
    if (utf16) return utf16
    if (chunk.includes(0)) throw new UnreadableFile(refusals.binary.rule, refusals.binary.message)
    tally.add(chunk)
  }
  return tally.isUtf8() ? 'utf-8' : 'windows-1252'
}

/** The text of a file, without its mark, in chunks as they come. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Counts UTF-8's sequences for characters beyond ASCII, whole ones and broken ones, across chunks. */
class Utf8Tally {
  #whole = 0
  #broken = 0
  #awaited = 0

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#awaited > 0) {
        const continues = byte >= 0x80 && byte <= 0xbf
        this.#awaited = continues ? this.#awaited - 1 : 0
        if (continues) {
          if (this.#awaited === 0) this.#whole++
          continue
        }
        this.#broken++
      }
      if (byte >= 0x80) this.#begin(byte)
    }
  }

  isUtf8(): boolean {
    const broken = this.#broken + (this.#awaited > 0 ? 1 : 0)
    return broken === 0 || this.#whole > broken
  }

  #begin(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.#awaited = 1
    else if (byte >= 0xe0 && byte <= 0xef) this.#awaited = 2
    else if (byte >= 0xf0 && byte <= 0xf4) this.#awaited = 3
    else this.#broken++
  }
}
