/** What the mailbox for developers shows of a kept message. */
export interface MessageRead {
  from: string
  to: string
  subject: string
  date: string
  text: string
  html: string
}

/**
 * Reads a message as this product writes it (RFC 5322 with a text and an HTML part, each one byte a character here). It need not understand
 * anybody else's: the folder holds our own.
 */
export function readMessage(source: string): MessageRead {
  const { headers, body } = split(source)
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1]
  const parts = boundary ? body.split(`--${boundary}`).map((part) => split(part.replace(/^\r?\n/, ''))) : []
  const partOf = (type: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type))
    return part ? decoded(part.body, part.headers.get('content-transfer-encoding') ?? '') : ''
  }
  const header = (name: string) => words(headers.get(name) ?? '')
  return {
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    date: header('date'),
    text: partOf('text/plain'),
    html: partOf('text/html'),
  }
}

function split(source: string): { headers: Map<string, string>; body: string } {
  const at = /\r?\n\r?\n/.exec(source)
  const head = at ? source.slice(0, at.index) : source
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const named = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((found) => found !== null)
  return {
    headers: new Map(named.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    body: at ? source.slice(at.index + at[0].length) : '',
  }
}

const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
const hex = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function decoded(body: string, encoding: string): string {
  const how = encoding.toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return utf8(how === 'quoted-printable' ? hex(body.replace(/=\r?\n/g, '')) : body).replace(/\r\n/g, '\n')
}

/** Header text with its encoded words (RFC 2047) put back; white space between two of them is not part of the text. */
function words(header: string): string {
  return header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : hex(text.replace(/_/g, ' ')),
    )
    .replace(/[\x80-\xff]+/g, utf8)
}
