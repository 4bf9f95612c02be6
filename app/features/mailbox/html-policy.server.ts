import { createHash } from 'node:crypto'

/** As in an attribute that React wrote. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
const asRead = (attribute: string) =>
  attribute.replace(/&(quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/**
 * The policy under which a kept message's HTML part is shown: a page without origin that loads and runs nothing, with the styles that stand in it,
 * each by its hash.
 */
export function htmlPolicy(html: string): string {
  const styles = new Set(
    [...html.matchAll(/\sstyle="([^"]*)"/g)].map(([, style = '']) => hashOf(asRead(style))),
  )
  return [
    `default-src 'none'`,
    `style-src ${styles.size > 0 ? `'unsafe-hashes' ${[...styles].join(' ')}` : `'none'`}`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    'sandbox',
  ].join('; ')
}
