import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Delivery, Letter } from './letter'
import { envelopeOf } from './deliver.server'
import { readMessage, type MessageRead } from './read-message'

const folderOf = (dataDir: string) => join(dataDir, 'mail')
const ENDING = '.eml'

/** Keeps messages instead of sending them, one file each, whole or not at all. The file has the outbox row's id, so that a repeat replaces it. */
export function keeper(
  dataDir: string,
  from: string,
): { deliver(letter: Letter): Promise<Delivery>; close(): void } {
  const written = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async deliver(letter) {
      const { message } = await written.sendMail(envelopeOf(letter, from))
      const path = join(folderOf(dataDir), letter.id + ENDING)
      await mkdir(folderOf(dataDir), { recursive: true })
      const half = await open(`${path}.half`, 'w', 0o600)
      try {
        await half.writeFile(message as Buffer)
        await half.datasync()
      } finally {
        await half.close()
      }
      await rename(`${path}.half`, path)
      return { ok: true }
    },
    close: () => undefined,
  }
}

export interface KeptMessage extends MessageRead {
  id: string
}

/** The newest kept messages. Ids grow with time, so the last names are the newest. */
export async function keptMessages(dataDir: string, most: number): Promise<KeptMessage[]> {
  const names = await readdir(folderOf(dataDir)).catch(() => [])
  const newest = names
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .slice(-most)
    .reverse()
  const read = await Promise.all(newest.map((name) => keptMessage(dataDir, name.slice(0, -ENDING.length))))
  return read.filter((message) => message !== null)
}

/** One kept message; null if there is none, or `id` is no id. */
export async function keptMessage(dataDir: string, id: string): Promise<KeptMessage | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const source = await readFile(join(folderOf(dataDir), id + ENDING), 'latin1').catch(() => null)
  return source === null ? null : { id, ...readMessage(source) }
}
