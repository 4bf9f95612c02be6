import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { root } from '../../../app/bin/install.mjs'
import { isMessage, messages, renderMessage, type MessageName } from '../../../emails/index'

const names = Object.keys(messages) as MessageName[]
const choosing = {
  why: 'You get this message because you agreed to it in our newsletter form on 24 November 2026.',
  stopLink: 'https://otrack.example/unsubscribe/token',
  choicesLink: 'https://otrack.example/preferences/token',
}
const sender = ['The sender', 'Their street', 'telephone 01234 567890']

/** The message with its own sample, as it would be sent. */
async function sample(name: MessageName) {
  const { about } = await messages[name].load()
  const marketing = (about.kind as string) === 'marketing' ? choosing : undefined
  return { about, ...(await renderMessage(name, about.sample as never, sender, marketing)) }
}

test('every file of the folder is a listed message, or one of the few that serve them all', () => {
  const serving = ['about.ts', 'index.ts', 'letter.tsx', 'receipt-part.tsx', 'render.ts', 'tokens.ts']
  const files = readdirSync(join(root, 'emails')).filter((file) => !serving.includes(file))
  expect(files.map((file) => file.replace(/\.tsx$/, '')).sort()).toEqual([...names].sort())
  expect(isMessage('toString')).toBe(false)
})

test.each(names)('%s reads well in both parts', async (name) => {
  const { subject, html, text } = await sample(name)
  expect({ subject, text }).toMatchSnapshot('text')
  expect(html.replaceAll('><', '>\n<')).toMatchSnapshot('html')
})

test.each(names)('%s says its kind once, and the list agrees', async (name) => {
  const { about } = await sample(name)
  expect(about.kind).toBe(messages[name].kind)
})

test.each(names)('%s has every link in both parts, whole', async (name) => {
  const { html, text } = await sample(name)
  const links = parse(html)
    .querySelectorAll('a')
    .map((link) => link.getAttribute('href') ?? '')
  expect(links.length).toBeGreaterThan(0)
  const inText = text.match(/https?:\/\/[^\s<>]+/g) ?? []
  expect([...new Set(inText)].sort()).toEqual([...new Set(links)].sort())
})

test.each(names)('%s does not shout, fetches nothing, and says who sends it and why', async (name) => {
  const { subject, html, text } = await sample(name)
  const page = parse(html)
  const heading = page.querySelector('h1')?.textContent ?? ''
  expect(heading).not.toBe('')
  expect(text).toContain(heading)
  expect(subject).not.toMatch(/[\r\n!]|[A-Z]{6}/)
  expect(page.querySelectorAll('img, script, link, iframe, [background]')).toEqual([])
  expect(text).toContain('You get this message because')
  for (const line of sender) expect(text).toContain(line)
})

test.each(names)('%s, if the contract needs it, carries no promotion and no opt-out', async (name) => {
  const { about, text, html } = await sample(name)
  if (about.kind === 'contract')
    expect(text + html).not.toMatch(/unsubscribe|opt.?out|special offer|discount/i)
})

test.each(names)(
  '%s, if it is marketing, says how to end it, and can be rendered no other way',
  async (name) => {
    const { about, text, html } = await sample(name)
    const marketing = (about.kind as string) === 'marketing'
    for (const words of [choosing.why, choosing.stopLink]) expect(text.includes(words)).toBe(marketing)
    if (marketing) expect(text).toContain(choosing.choicesLink)
    expect(html.includes(choosing.stopLink)).toBe(marketing)
    const otherwise = renderMessage(name, about.sample as never, sender, marketing ? undefined : choosing)
    await expect(otherwise).rejects.toThrow('the way to end it')
  },
)

test('what a person typed cannot become markup', async () => {
  const props = { firstName: '<b>Ngozi</b>', privacyLink: 'https://otrack.example/privacy' }
  const { html, text } = await renderMessage('enquiry-received', props, sender)
  expect(html).toContain('&lt;b&gt;Ngozi')
  expect(text).toContain('Hello <b>Ngozi</b>,')
})
