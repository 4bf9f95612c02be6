/**
 * Writing CSV that a spreadsheet opens without harm and that reads back as it was (RFC 4180: comma, CR LF, quotes doubled).
 *
 * A cell that begins with = + - @ (or their full-width forms), tab, CR, LF or NUL would be run as a formula, so it gets an apostrophe in
 * front (OWASP ASVS 1.2.10). A cell with another separator in it is quoted: a spreadsheet that splits there would see a cell that begins later.
 * To lose nothing, a cell that begins with apostrophes and then such a sign gets one more, and `withoutGuard` takes exactly one away.
 * Our own values never begin with a minus sign as numbers, so no figure is touched.
 */
const RISKY = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0'])

/** Bytes that tell a spreadsheet that the text is UTF-8; put once in front of a file. */
export const UTF8_MARK = '\ufeff'

export type CsvValue = string | number | null

function startsRisky(text: string): boolean {
  let at = 0
  while (text.charAt(at) === "'") at++
  return RISKY.has(text.charAt(at))
}

/** Puts the apostrophe in front of a cell that needs one. */
export const withGuard = (text: string): string => (startsRisky(text) ? `'${text}` : text)

/** Takes away exactly what `withGuard` put there; other programs that follow the same advice are undone as well. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && startsRisky(text) ? text.slice(1) : text

/** One cell, quoted where it must be. Null is an empty cell. */
export function csvCell(value: CsvValue): string {
  if (value === null) return ''
  const text = withGuard(String(value))
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its CR LF. */
export function csvLine(values: readonly CsvValue[]): string {
  // A lone empty cell would be an empty line, which readers skip.
  const line = values.length === 1 && values[0] === '' ? '""' : values.map(csvCell).join(',')
  return `${line}\r\n`
}
