import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One file of a ZIP. Its parts are asked for when its turn comes. */
export interface Entry {
  name: string
  parts: () => AsyncIterable<string> | Iterable<string>
}

/** A ZIP that is written no faster than it is read; a fault cuts it short, which a reader notices. `at`: UTC milliseconds. */
export function zipOf(entries: readonly Entry[], at: number): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.outputStream.pipe(out)
  zip.on('error', (fault: Error) => out.destroy(fault))
  for (const { name, parts } of entries)
    zip.addReadStream(Readable.from(bytesOf(parts)), name, { mtime: new Date(at) })
  zip.end()
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}

async function* bytesOf(parts: Entry['parts']): AsyncGenerator<Buffer, void> {
  for await (const part of parts()) yield Buffer.from(part)
}
