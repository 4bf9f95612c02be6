import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { readMessage } from '../../../app/server/mail/read-message'
import { readMail } from '../../support/mailbox'

const written = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

test.each([
  ['Confirm your email address', 'Plain words.', '<p>Plain words.</p>'],
  [
    'Zoë’s pupils – 3 of 4 = 75 %',
    'Ngũgĩ wa Thiong’o\n\nhttps://otrack.example/a?b=c=d',
    '<p style="color:#123">Zoë — “q”</p>',
  ],
  [
    'A subject that is a good deal longer than one line of a header may be, with an é in it and another é later on',
    'x'.repeat(2000),
    `<p>${'word '.repeat(500)}</p>`,
  ],
  ['日本語の題名', 'Привет\n.\n..\nFrom here', '<p>日本語</p>'],
])('what was written is read again: %s', async (subject, text, html) => {
  const { message } = await written.sendMail({
    from: 'OTrack <hello@otrack.localhost>',
    to: { name: '', address: 'a@b.example' },
    date: new Date(0),
    ...{ subject, text, html },
  })
  const source = message as Buffer
  const read = readMessage(source.toString('latin1'))
  expect(read).toMatchObject({ subject, from: 'OTrack <hello@otrack.localhost>', to: 'a@b.example' })
  expect(Date.parse(read.date)).toBe(0)
  expect(read.text.trimEnd()).toBe(text)
  expect(read.html.trimEnd()).toBe(html)
  const theirs = await readMail(source)
  expect([read.subject, read.text.trimEnd()]).toEqual([theirs.subject, theirs.text.trimEnd()])
})
