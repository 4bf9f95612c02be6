import type { FileRule } from './unreadable-file'

/** What a file is by its content. Names and declared types are not asked: web pages are exported as ".xls", workbooks renamed to ".csv". */
export type FileKind =
  'text' | 'xml' | 'html' | 'json' | 'zip' | 'ole' | 'pdf' | 'image' | 'rtf' | 'archive' | 'binary' | 'empty'

/** How many bytes from the beginning are enough to tell. */
export const SNIFFED_BYTES = 4096

const signatures: readonly (readonly [FileKind, string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['pdf', '255044462d'],
  ['image', '89504e470d0a1a0a'],
  ['image', 'ffd8ff'],
  ['image', '47494638'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['image', '52494646........57454250'],
  ['image', '........66747970'],
  ['rtf', '7b5c727466'],
  ['archive', '1f8b08'],
  ['archive', '377abcaf271c'],
  ['archive', '526172211a07'],
]

/** Tells the kind of a file from its first bytes (`SNIFFED_BYTES` of them, or all of a shorter file). */
export function sniff(head: Uint8Array): FileKind {
  const hex = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const signed = signatures.find(([, pattern]) => new RegExp(`^${pattern}`).test(hex))
  if (signed) return signed[0]
  const utf16 = utf16Order(head)
  if (utf16 === null && head.includes(0)) return 'binary'
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(head).trimStart()
  if (text === '') return 'empty'
  if (/^<(?:!doctype html|html|head|body|table|meta|script|style)\b/i.test(text)) return 'html'
  if (/^<[?!a-z]/i.test(text)) return 'xml'
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(text)) return 'json'
  return 'text'
}

/** UTF-16 by its mark, or without one by the zero bytes that plain letters have in every second place; null if it is not UTF-16. */
export function utf16Order(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const pairs = Math.min(head.length, 512) >> 1
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (pairs > 1 && odd > pairs * 0.6 && even === 0) return 'utf-16le'
  return pairs > 1 && even > pairs * 0.6 && odd === 0 ? 'utf-16be' : null
}

const save = 'Save it as “CSV UTF-8” and upload that.'

/** What to tell about each kind that is not delimited text. Which kinds are taken is for the caller to say. */
export const refusals: Record<Exclude<FileKind, 'text'>, { rule: FileRule; message: string }> = {
  empty: {
    rule: 'FILE_EMPTY',
    message: 'The file is empty. Export it again and check that it has pupils in it.',
  },
  zip: { rule: 'FILE_TYPE', message: `This is an Excel workbook or a ZIP file. ${save}` },
  ole: { rule: 'FILE_TYPE', message: `This is a workbook of an old Excel (.xls). Open it. ${save}` },
  html: {
    rule: 'FILE_TYPE',
    message: `This is a web page, as some systems export it under the name of a spreadsheet. Open it in your spreadsheet. ${save}`,
  },
  xml: {
    rule: 'FILE_TYPE',
    message: 'This is an XML file, but a table of pupils is needed. Export it as CSV.',
  },
  json: {
    rule: 'FILE_TYPE',
    message: 'This is a JSON file, but a table of pupils is needed. Export it as CSV.',
  },
  pdf: {
    rule: 'FILE_TYPE',
    message: 'This is a PDF, whose tables cannot be read reliably. Export the list as CSV instead.',
  },
  image: { rule: 'FILE_TYPE', message: 'This is a picture. Export the list of pupils as CSV.' },
  rtf: { rule: 'FILE_TYPE', message: 'This is a word-processor document. Export the list of pupils as CSV.' },
  archive: {
    rule: 'FILE_TYPE',
    message: 'This is a compressed archive. Unpack it and upload the CSV file in it.',
  },
  binary: { rule: 'FILE_BINARY', message: 'This is not a text file. Export the list of pupils as CSV.' },
}
