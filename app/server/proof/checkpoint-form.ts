import { z } from 'zod'
import { judgeSigned, parsed, type PublicKey } from './check-receipt'

/** A state of the log, signed: as a row, a file of the data folder, or the copy that was mailed. */
export interface Checkpoint {
  /** Canonical JSON, as it was signed. */
  body: string
  signature: string
}

const file = z.object({ body: z.string(), signature: z.string() })
const statement = z.looseObject({
  v: z.literal(1),
  type: z.literal('audit.checkpoint'),
  size: z.int(),
  root: z.string(),
  at: z.iso.datetime().transform((text) => Date.parse(text)),
  kid: z.string(),
})

export const checkpointText = ({ body, signature }: Checkpoint): string =>
  `${JSON.stringify({ body, signature })}\n`

/** The checkpoint of a file's text; null if it is none. */
export const readCheckpoint = (text: string): Checkpoint | null => file.safeParse(parsed(text)).data ?? null

/** What a checkpoint says: `size` is the number of the newest seal, `root` its hash. null unless a key of ours signed just that. */
export function trustedCheckpoint(
  checkpoint: Checkpoint,
  keys: readonly PublicKey[],
): { size: number; root: string; at: number } | null {
  const read = statement.safeParse(parsed(checkpoint.body))
  return read.success && judgeSigned(checkpoint, read.data, keys) === 'genuine' ? read.data : null
}
