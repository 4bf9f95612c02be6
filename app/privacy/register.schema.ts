import { z } from 'zod'

const words = z.string().min(1)
const date = z.iso.date()

const contact = z.object({
  name: words,
  trading_as: words.optional(),
  address: z.array(words).optional(),
  telephone: words,
  email: words.optional(),
  website: z.url().optional(),
})

const recipient = z.object({
  name: words,
  role: z.literal('recipient').describe('None of them may use the data for purposes of its own.'),
  why: words,
  country: words,
  safeguard: words.nullable().describe('Outside the UK and the EEA: adequacy or standard clauses.'),
  when: z.enum(['always', 'on occasion', 'not yet']),
})

const field = z.object({
  table: words,
  column: words,
  label: words,
  data_category: words.describe('Fideslang; keys under user.childrens.* are our own.'),
  data_subjects: z.array(words).min(1),
  special_category: z.boolean(),
  source: words,
  retention: words,
  recipients: z.array(words),
  erasure: words,
})

const activity = z.object({
  id: words,
  name: words,
  role: z.enum(['controller', 'processor']),
  controller: words,
  carried_out: z.boolean().describe('False: announced, and no data is used for it yet.'),
  data_use: words,
  data_subjects: z.array(words),
  data_categories: z.array(words),
  legal_basis: words,
  legitimate_interest: words.optional(),
  special_basis: words.optional(),
  source: z.array(words),
  recipients: z.array(recipient),
  retention: z.array(words),
  automated_decisions: z.literal('none'),
  security: z.array(words).min(1),
  fields: z.array(field),
})

/** The record of processing activities (UK GDPR art. 30), as it is published. Its JSON Schema is made from this. */
export const registerSchema = z.object({
  schema: z.url(),
  version: z.literal(1),
  generated: z.iso.datetime(),
  controller: contact,
  dpo: contact,
  regulator: contact,
  notice_version: z.object({ number: z.int(), from: date }),
  activities: z.array(activity).min(1),
  sub_processors: z.array(recipient),
  recipients: z.array(recipient),
})
export type Register = z.infer<typeof registerSchema>
export type Activity = Register['activities'][number]

/** The schema as others read it: JSON Schema 2020-12, named by its own address. */
export const registerJsonSchema = (address: string): Record<string, unknown> => ({
  ...z.toJSONSchema(registerSchema),
  $id: address,
  title: 'OTrack’s record of processing activities',
})
