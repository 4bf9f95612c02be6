import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy, { type Busboy } from 'busboy'
import { bodyFault, IDLE_MS, readingBody, type BodyFault } from './uploads/reading-body.server'
import { newSpoolPath, removeSpoolFile, spool, type Spooled } from './uploads/spool.server'

export interface UploadLimits {
  /** Name of the form's one file field. */
  field: string
  /** Largest file that is taken. */
  fileBytes: number
  idleMs?: number
}

export interface ReceivedFile extends Spooled {
  /** The spool file; whoever asked for it removes it. */
  path: string
  /** What the sender calls it, without folders, at most 200 characters: for showing only. The type is told by `firstBytes`. */
  name: string
}

export type UploadFault = BodyFault | 'not-multipart' | 'no-file' | 'second-file' | 'too-many-fields'

export type Received =
  | { ok: true; file: ReceivedFile; fields: Record<string, string> }
  | {
      ok: false
      why: UploadFault
      status: 400 | 408 | 413 | 415
      /** Those that came, for showing the form again. */
      fields: Record<string, string>
    }

const STATUS: Record<UploadFault, 400 | 408 | 413 | 415> = {
  'too-large': 413,
  'too-slow': 408,
  damaged: 400,
  'not-multipart': 415,
  'no-file': 400,
  'second-file': 400,
  'too-many-fields': 413,
}
const FORM = { files: 1, fields: 100, fieldSize: 16 * 1024, fieldNameSize: 100, parts: 101 }
const LONGEST_NAME = 200

/**
 * Takes in a form with one file: the file goes to a spool file (0600, random name) as it comes, with constant memory. On any failure
 * no spool file is left. Throws only for faults of our own, such as a full disk.
 */
export async function receiveFile(
  request: Request,
  limits: UploadLimits,
  spoolFolder: string,
): Promise<Received> {
  const refused = (why: UploadFault, fields: Record<string, string> = {}): Received => ({
    ok: false,
    why,
    status: STATUS[why],
    fields,
  })
  const parser = parserFor(request, limits)
  if (!parser || !request.body) return refused('not-multipart')
  const path = await newSpoolPath(spoolFolder)
  try {
    const read = await readForm(request.body, parser, limits, path)
    if (read.why === null && read.file && read.fileName) {
      return { ok: true, file: { path, name: read.fileName, ...read.file }, fields: read.fields }
    }
    await removeSpoolFile(path)
    return refused(read.why ?? 'no-file', read.fields)
  } catch (thrown) {
    await removeSpoolFile(path)
    throw thrown
  }
}

interface FormRead {
  why: UploadFault | null
  fields: Record<string, string>
  fileName: string
  file: Spooled | null
}

async function readForm(
  body: ReadableStream<Uint8Array>,
  parser: Busboy,
  limits: UploadLimits,
  path: string,
): Promise<FormRead> {
  const read: FormRead = { why: null, fields: {}, fileName: '', file: null }
  const stop = new AbortController()
  let spooling: Promise<void> = Promise.resolve()
  let spoolFault: { thrown: unknown } | null = null
  const refuse = (why: UploadFault) => {
    read.why ??= why
    stop.abort()
  }
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated || info.nameTruncated) refuse('too-large')
    else read.fields[name] = value
  })
  parser.on('file', (field: string, file: Readable, info: { filename?: string }) => {
    file.on('limit', () => refuse('too-large'))
    if (field !== limits.field) {
      file.on('error', () => undefined).resume()
      return refuse('second-file')
    }
    read.fileName = shownName(info.filename ?? '')
    spooling = spool(file, path).then(
      (spooled) => void (read.file = spooled),
      (thrown: unknown) => {
        // Once the form is refused the file breaks off, as it should.
        if (!stop.signal.aborted && !parser.destroyed) spoolFault = { thrown }
        stop.abort()
      },
    )
  })
  parser.on('filesLimit', () => refuse('second-file'))
  parser.on('fieldsLimit', () => refuse('too-many-fields'))
  parser.on('partsLimit', () => refuse('too-many-fields'))

  await pipeline(readingBody(body, limits.idleMs ?? IDLE_MS), parser, { signal: stop.signal }).catch(
    (thrown: unknown) => {
      read.why ??= bodyFault(thrown)
    },
  )
  await spooling
  if (spoolFault) throw (spoolFault as { thrown: unknown }).thrown
  return read
}

/** null when the request is no multipart form. */
function parserFor(request: Request, limits: UploadLimits): Busboy | null {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return null
  try {
    return busboy({
      headers: { 'content-type': type },
      limits: { ...FORM, fileSize: limits.fileBytes },
      defParamCharset: 'utf8',
    })
  } catch {
    // No boundary.
    return null
  }
}

/** Marks that turn the direction of writing could make `exe.vsc` look like a CSV, and the page around it read backwards. */
function shownName(name: string): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
  return [...plain.trim()].slice(0, LONGEST_NAME).join('')
}
