import { z } from 'zod'

/** Either button of a job's row. */
export const jobForm = z.object({ id: z.uuid(), confirm: z.literal('on').optional() })
