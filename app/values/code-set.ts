/** One code of a code set: what is stored, what people read, and other spellings seen in files. */
export interface Code {
  code: string
  label: string
  aliases?: readonly string[]
}

export type CodeReader = (text: string) => string | null

/** A code in front of its label, as in `WBRI - White British`, or behind it in brackets. */
const IN_FRONT = /^([a-z0-9]{1,4})\s*[-–:=]\s*(\S.*)$/i
const BEHIND = /^(\S.*?)\s*\(([a-z0-9]{1,4})\)$/i

/**
 * Makes a reader that knows codes, labels and aliases in any case and punctuation and answers the code, or null. Where two lists share a
 * spelling the earlier list wins. A code and a label that contradict each other are not read.
 */
export function codeReader(...lists: (readonly Code[])[]): CodeReader {
  const codes = new Map<string, string>()
  const spellings = new Map<string, string>()
  const add = (spelling: string, code: string) => {
    if (!spellings.has(keyOf(spelling))) spellings.set(keyOf(spelling), code)
  }
  for (const { code } of lists.flat()) codes.set(code, code)
  for (const { code, label, aliases = [] } of lists.flat())
    for (const spelling of [label, ...aliases]) add(spelling, code)

  const known = (text: string) => codes.get(text.toUpperCase()) ?? spellings.get(keyOf(text)) ?? null
  const both = (code: string | undefined, label: string | undefined) => {
    const byCode = codes.get((code ?? '').toUpperCase())
    const byLabel = known(label ?? '')
    // One letter in front of any word may be chance ("E - reader"), so it needs its label.
    return byCode !== undefined && (byLabel === byCode || (byLabel === null && byCode.length > 1))
      ? byCode
      : null
  }
  return (text) => {
    const direct = codes.get(text) ?? known(text)
    if (direct !== null) return direct
    const inFront = IN_FRONT.exec(text)
    if (inFront) return both(inFront[1], inFront[2])
    const behind = BEHIND.exec(text)
    return behind ? both(behind[2], behind[1]) : null
  }
}

/** Case, spaces and punctuation do not count, except a plus ("School Action+") and a minus in front ("-1"). */
function keyOf(spelling: string): string {
  const key = spelling
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9+✓✔]/g, '')
  return spelling.startsWith('-') ? `-${key}` : key
}
