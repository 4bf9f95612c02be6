import { z } from 'zod'

const kinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'withdraw-consent',
] as const

/** What can be asked of whom on the page for it; the rest goes by letter still. */
const answered: Readonly<Record<'self' | 'pupil', string>> = { self: 'access', pupil: 'erasure' }

/** A request at /portal/rights/new. */
export const newRequestForm = z
  .object({
    subject: z.enum(['self', 'pupil'], 'Say whose data it is about: your own, or a pupil’s.'),
    kind: z.enum(kinds, 'Choose what you ask for.'),
    pupilId: z.string().max(36).optional(),
    details: z.string().max(2000, 'Use 2,000 characters at most.').optional(),
  })
  .superRefine(({ subject, kind, pupilId }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (kind !== answered[subject])
      wrong('kind', 'This cannot be asked on this page yet. Write to our data protection officer instead.')
    else if (subject === 'pupil' && !pupilId)
      wrong('pupilId', 'Open the pupil’s record and ask from there, so that it is clear who is meant.')
  })
