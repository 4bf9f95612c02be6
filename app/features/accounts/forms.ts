import { z } from 'zod'
import { readDfeNumber, dfeNumberMessages } from '../../values/dfe-number'
import { weakPassword, weakPasswordMessages } from './rules/passwords'

const required = (max: number, missing: string) =>
  z.string({ error: missing }).min(1, missing).max(max, `Use at most ${max} characters.`)

const optional = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max} characters.`)
    .optional()
    .transform((text) => text || null)

const emailMissing = 'Enter an email address in the form name@school.sch.uk.'
const email = z
  .string({ error: emailMissing })
  .toLowerCase()
  .pipe(z.email(emailMissing).max(254, emailMissing))

const phone = optional(40).refine(
  (text) =>
    text === null ||
    (/^\+?[\d\s()./-]+((ext|x)\.?\s*\d+)?$/i.test(text) && text.replace(/\D/g, '').length >= 10),
  'Enter a telephone number with its area code, such as 01302 360246, or leave this empty.',
)

const person = {
  title: optional(35),
  firstName: required(100, 'Enter your first name.'),
  lastName: required(100, 'Enter your last name.'),
  jobTitle: required(100, 'Enter your job at the school, such as headteacher or data manager.'),
  phone,
}

const dfeNumber = z.string({ error: dfeNumberMessages.missing }).transform((text, check) => {
  const read = readDfeNumber(text)
  if (read.ok) return read.number
  check.addIssue({ code: 'custom', message: dfeNumberMessages[read.why] })
  return z.NEVER
})

const whyWeak = (typed: unknown) => {
  const { password, email, schoolName } = typed as Partial<Record<string, unknown>>
  const about = [email, schoolName].filter((text) => typeof text === 'string')
  return typeof password === 'string' ? weakPassword(password, about) : null
}

/** Asked even while other fields are wrong, so that all errors come at once. */
const goodPassword = {
  path: ['password'],
  when: () => true,
  error: ({ input }: { input?: unknown }) => weakPasswordMessages[whyWeak(input) ?? 'short'],
}

const password = z.string({ error: weakPasswordMessages.short })

/** The form with which a school begins, in the order of its page: errors are listed so. */
export const signUpForm = z
  .object({
    schoolName: required(160, 'Enter the name of your school.'),
    dfeNumber,
    ...person,
    email,
    password,
    acceptTerms: z.string().optional(),
  })
  .refine((typed) => whyWeak(typed) === null, goodPassword)
  .refine((typed) => typed.acceptTerms === 'on', {
    path: ['acceptTerms'],
    when: () => true,
    error: 'Tick the box to accept the terms. Without them we may not hold your school’s data.',
  })
export type SignUp = z.output<typeof signUpForm>

/** What is typed is compared with what is kept; only an empty box is wrong by itself. */
export const signInForm = z.object({
  email,
  password: required(1000, 'Enter your password.'),
  to: z.string().optional(),
})

export const forgotForm = z.object({ email })

export const newPasswordForm = z.object({ password })

export const confirmForm = z.object({
  password: required(1000, 'Enter your password.'),
  to: z.string().optional(),
})

/** The name and the like of one's own account. */
export const detailsForm = z.object({ ...person, jobTitle: optional(100) })
export type Details = z.output<typeof detailsForm>

export const changePasswordForm = z.object({
  passwordNow: required(1000, 'Enter the password you use now.'),
  password,
})
