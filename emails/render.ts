import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { toPlainText } from 'react-email'
import type { MarketingWords, Message, Rendered } from './about'
import { Choosing, Sender } from './letter'

/** What mail programs expect, several of which still lay out by it. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

const selectors = [
  // The converter's own rule is to shout headings.
  { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2 } },
  // In angle brackets, so that a full stop behind an address is no part of it (RFC 3986, appendix C).
  {
    selector: 'a',
    options: { linkBrackets: ['<', '>'] as [string, string], hideLinkHrefIfSameAsText: true },
  },
]

/** Both parts and the subject of a message. The text part is made from the same words, so that neither can lag behind the other. */
export function renderLetter<Props>(
  message: Message<Props>,
  props: Props,
  sender: readonly string[],
  marketing: MarketingWords | null = null,
): Rendered {
  const words = createElement(Choosing.Provider, { value: marketing }, message.default(props))
  const letter = createElement(Sender.Provider, { value: sender }, words)
  const html = DOCTYPE + renderToStaticMarkup(letter)
  return { subject: message.subject(props), html, text: toPlainText(html, { selectors }) }
}
