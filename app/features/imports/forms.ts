import { z } from 'zod'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The fields beside the file. */
export const uploadForm = z.object({ consent_confirmed: ticked })

/** What is posted to an upload: `column.N` (a field's name or `ignore`) for a mapping, `mark_leavers` for a commit, `line` to add again. */
export const actForm = z
  .object({ mark_leavers: ticked, line: z.coerce.number().int().optional() })
  .catchall(z.union([z.string(), z.array(z.string())]))

const COLUMN = /^column\.(\d{1,4})$/

/** The columns out of the posted fields, by their index. */
export function chosenColumns(fields: Readonly<Record<string, unknown>>): Map<number, string> {
  const chosen = new Map<number, string>()
  for (const [name, value] of Object.entries(fields)) {
    const index = COLUMN.exec(name)?.[1]
    if (index !== undefined && typeof value === 'string') chosen.set(Number(index), value)
  }
  return chosen
}
