import { expect, test } from 'vitest'
import { readEmail } from '../../../app/values/email'

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
