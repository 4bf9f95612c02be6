import { expect, test } from 'vitest'
import { htmlPolicy } from '../../../app/features/mailbox/html-policy.server'
import { piecesOf } from '../../../app/features/mailbox/rules'

const linksIn = (text: string) =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? [piece.text] : []))

test.each([
  ['Open <https://otrack.example/verify/a_b-C.d~>.', ['https://otrack.example/verify/a_b-C.d~']],
  [
    'See https://otrack.example/x?a=1&b=2. Then http://localhost:3000/y, please',
    ['https://otrack.example/x?a=1&b=2', 'http://localhost:3000/y'],
  ],
  ['(https://otrack.example/z)', ['https://otrack.example/z']],
  ['javascript:alert(1) and mailto:a@b.example', []],
])('addresses in %j', (text, links) => {
  expect(linksIn(text)).toEqual(links)
})

test('a paragraph keeps its words and its line ends', () => {
  expect(piecesOf('One\nTwo https://a.example/b')).toEqual([
    { kind: 'words', text: 'One' },
    { kind: 'break' },
    { kind: 'words', text: 'Two ' },
    { kind: 'link', text: 'https://a.example/b' },
  ])
})

test('the HTML part may use its own styles and nothing else', () => {
  const policy = htmlPolicy(
    '<p style="color:red">a</p><p style="color:red">b</p><i style="font-family:&quot;A&quot;">c</i>',
  )
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).toMatch(/sandbox$/)
  expect(policy).not.toContain('unsafe-inline')
  expect(policy.match(/sha256-/g)).toHaveLength(2)
  expect(htmlPolicy('<p>a</p>')).toContain("style-src 'none'")
})
