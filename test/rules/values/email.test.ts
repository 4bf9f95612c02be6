import { expect, test } from 'vitest'
import { foldEmail, readEmail } from '../../../app/values/email'

test.each([
  ['Head@Hill-Street.Sch.UK', 'head@hill-street.sch.uk'],
  [' a+b@x.org ', 'a+b@x.org'],
  ['o’neil@x.org', 'o’neil@x.org'],
  ['zoë@exämple.org', 'zoë@exämple.org'],
  ['用户@例子.广告', '用户@例子.广告'],
  ['head@school', null],
  ['head@@school.uk', null],
  ['head @school.uk', null],
  ['.head@school.uk', null],
  ['he..ad@school.uk', null],
  ['head@school..uk', null],
  ['head@-school.uk', null],
  ['Head <head@school.uk>', null],
  ['a@b.uk,c@d.uk', null],
  ['a@b.uk\nBcc: c@d.uk', null],
  [`${'a'.repeat(65)}@school.uk`, null],
  [`a@${'b'.repeat(250)}.uk`, null],
  ['', null],
])('%j → %j', (typed, kept) => {
  expect(readEmail(typed)).toBe(kept)
})

test.each([
  ['a.b+news@gmail.com', 'ab@gmail.com', 'dots and tags'],
  ['ab@googlemail.com', 'ab@gmail.com', 'one mailbox of two names'],
  ['a.b+news@outlook.com', 'a.b@outlook.com', 'dots count there'],
  ['+x@gmail.com', '+x@gmail.com', 'nothing would be left'],
  ['a+b@hill-street.sch.uk', null, 'at a school it may be another person'],
  ['a+b@gmail.com.sch.uk', null, 'another domain'],
])('[P19] %s is delivered as %s: %s', (email, folded, _) => {
  expect(foldEmail(email)).toBe(folded)
})
