import { z } from 'zod'
import { readEmail } from '../../values/email'
import { currentAuthorities } from '../../values/local-authorities.table'
import { isPersonsName, readPhone } from './rules'

const tooLong = (max: number) => `Use at most ${max} characters.`

/** A name goes into the greeting of a mail to an address that nobody has proved: it must not be able to carry a message of its own. */
const name = (missing: string) =>
  z
    .string({ error: missing })
    .min(1, missing)
    .max(100, tooLong(100))
    .refine(isPersonsName, 'Enter the name alone, without an address or a link.')

const optional = (max: number) =>
  z
    .string()
    .max(max, tooLong(max))
    .optional()
    .transform((text) => text || null)

const emailMissing = 'Enter an email address in the form name@school.sch.uk.'
const email = z.string({ error: emailMissing }).transform((typed, check) => {
  const read = readEmail(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: emailMissing })
  return z.NEVER
})

const phoneMissing = 'Enter a telephone number with its area code, such as 01302 360246.'
const phone = z.string({ error: phoneMissing }).transform((typed, check) => {
  const read = readPhone(typed)
  if (read) return read
  check.addIssue({ code: 'custom', message: phoneMissing })
  return z.NEVER
})

const authorities = new Set(currentAuthorities.map(({ code }) => code))
const authorityMissing = 'Choose the local authority that your school is in.'

/** The form that asks for a demo, and its words. */
export const demoForm = z.object({
  firstName: name('Enter your first name.'),
  lastName: name('Enter your last name.'),
  email,
  phone,
  localAuthority: z
    .string({ error: authorityMissing })
    .refine((code) => authorities.has(code), authorityMissing),
  schoolName: optional(160),
  role: optional(100),
  message: optional(4000),
})
export type DemoEnquiry = z.output<typeof demoForm>
