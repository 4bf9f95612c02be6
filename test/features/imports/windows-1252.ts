// Asked for a stream: for a whole text some versions of Node take Latin-1 instead, without the letters from 0x80 to 0x9f.
export const fromWindows1252 = (content: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(content, { stream: true })

const letters = fromWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const bytes = new Map([...letters].map((letter, byte) => [letter, byte]))

/** Text as most schools' systems write it. Throws for a letter that this alphabet lacks. */
export const toWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`Windows-1252 has no ${letter}`)
    return byte
  })

/** Text as a spreadsheet saves it under the name "Unicode text". */
export const toUtf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
