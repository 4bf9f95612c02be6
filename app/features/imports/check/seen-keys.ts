/**
 * Remembers the keys of all rows of a file in four bytes each, to tell whether a key may have come before. Two keys can fall together by
 * chance: `true` is a reason to look, not an answer. A set of the texts themselves would hold 60 MB for 200,000 rows.
 */
export class SeenKeys {
  #table = new Uint32Array(1 << 14)
  #used = 0

  /** Notes a key; true if it, or one that looks like it, was noted before. */
  again(kind: string, key: string): boolean {
    if (this.#used * 4 > this.#table.length * 3) this.#grow()
    const noted = this.#note(hash(kind, key))
    if (!noted) this.#used += 1
    return noted
  }

  #note(code: number): boolean {
    const mask = this.#table.length - 1
    for (let at = code & mask; ; at = (at + 1) & mask) {
      if (this.#table[at] === code) return true
      if (this.#table[at] === 0) {
        this.#table[at] = code
        return false
      }
    }
  }

  #grow(): void {
    const before = this.#table
    this.#table = new Uint32Array(before.length * 2)
    for (const code of before) if (code !== 0) this.#note(code)
  }
}

/** FNV-1a with a last stir; never 0, which means an empty place. */
function hash(kind: string, key: string): number {
  let code = 0x811c9dc5
  for (const text of [kind, key])
    for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193)
  code ^= code >>> 15
  code = Math.imul(code, 0x2c1b3c6d)
  return (code ^ (code >>> 13)) >>> 0 || 1
}
