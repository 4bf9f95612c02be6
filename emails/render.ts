import { createElement } from 'react'
import { render, toPlainText } from 'react-email'
import type { Message, Rendered } from './about'
import { Sender } from './letter'

/** Headings as they were written: the converter's own rule is to shout them. */
const headings = ['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } }))

/** Both parts and the subject of a message. The text part is made from the same words, so that neither can lag behind the other. */
export async function renderLetter<Props>(
  message: Message<Props>,
  props: Props,
  sender: readonly string[],
): Promise<Rendered> {
  const html = await render(createElement(Sender.Provider, { value: sender }, message.default(props)))
  return { subject: message.subject(props), html, text: toPlainText(html, { selectors: headings }) }
}
