import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { randomToken } from '../crypto.server'

/** Enough for every signature and for the header line of most files. */
const FIRST_BYTES = 8192

export interface Spooled {
  size: number
  firstBytes: Buffer
}

/** A name in the spool folder that nobody can guess; the folder is made, readable by the server alone. */
export async function newSpoolPath(spoolFolder: string): Promise<string> {
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 })
  return join(spoolFolder, randomToken(18))
}

/** Writes a stream to a new file, no faster than the disk takes it, remembering how it begins. */
export async function spool(file: Readable, path: string): Promise<Spooled> {
  const spooled: Spooled = { size: 0, firstBytes: Buffer.alloc(0) }
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      spooled.size += chunk.length
      const missing = FIRST_BYTES - spooled.firstBytes.length
      if (missing > 0) spooled.firstBytes = Buffer.concat([spooled.firstBytes, chunk.subarray(0, missing)])
      pass(null, chunk)
    },
  })
  const kept = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  try {
    await pipeline(file, watch, kept)
  } finally {
    // One that breaks off at once is still being opened: only when it is closed can it be removed for good.
    if (!kept.closed) await once(kept, 'close')
  }
  return spooled
}

/** Where uploaded files wait, under `DATA_DIR`. */
export const spoolFolderIn = (dataDir: string): string => join(dataDir, 'spool')

/** Removes a spool file; one that is gone already is no fault. */
export async function removeSpoolFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** The same for files by the names under which rows of the database know them, once no row does any more. */
export async function removeSpooled(dataDir: string, names: readonly string[]): Promise<void> {
  for (const name of names) await removeSpoolFile(join(spoolFolderIn(dataDir), name))
}
