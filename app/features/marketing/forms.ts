import { z } from 'zod'
import { readEmail } from '../../values/email'
import { CHANNELS, TOPICS, type Change, type Topic } from './rules'

/** What the boxes `<topic>.<channel>` of a whole page of choices say: one that is not ticked is a no. */
export const choicesFrom = (fields: Readonly<Record<string, string | string[]>>): Change[] =>
  TOPICS.flatMap((topic) =>
    CHANNELS.map((channel) => ({
      topic,
      channel,
      says: [fields[`${topic}.${channel}`]].flat().includes('on') ? ('yes' as const) : ('no' as const),
    })),
  )

/** The topics that are named in a field, and known. */
export const topicsFrom = (field: string | string[] | undefined): Topic[] =>
  TOPICS.filter((topic) => [field].flat().includes(topic))

/** Where the link says nothing: the address itself. */
export const addressForm = z.object({
  email: z.string('Enter your email address.').transform((typed, context) => {
    const email = readEmail(typed)
    if (email !== null) return email
    const message = typed.trim()
      ? 'Enter an email address in the form name@school.sch.uk.'
      : 'Enter your email address.'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
})
