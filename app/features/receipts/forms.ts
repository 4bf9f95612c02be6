import { z } from 'zod'

/** A pasted receipt. */
export const receiptForm = z.object({
  receipt: z
    .string({ error: 'Paste the text of the receipt.' })
    .min(1, 'Paste the text of the receipt.')
    .max(20_000, 'That is longer than any receipt. Paste the text of one receipt and nothing else.'),
})
