import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { SchoolActor } from '../../server/actor'
import { judgeFields, type BadForm } from '../../server/forms.server'
import { receiveFile } from '../../server/uploads.server'
import { uploadForm } from './forms'
import { refusals, sniff, SNIFFED_BYTES } from './formats/sniff'
import { removeUploadedFile, spoolFolder } from './import-row.server'
import { importLimits } from './limits.table'
import { startImport } from './start-import.server'
import { startedBy } from './started-by'
import { uploadMessages } from './words'

export type Taken =
  { ok: true; importId: string } | { ok: false; status: number; form: BadForm; retryAfterSeconds?: number }

const bad = (message: string, fields: Record<string, string> = {}): BadForm => ({
  ok: false,
  values: fields.consent_confirmed === 'on' ? { consent_confirmed: 'on' } : {},
  errors: { file: message },
  intent: '',
})

/** Receives an uploaded file and starts its import. Throws a 409 Response for a form of another school; then nothing is kept. */
export async function takeUpload(request: Request, actor: SchoolActor): Promise<Taken> {
  const { services } = actor
  const allowed = await services.limits.take('upload.user', startedBy(actor))
  if (!allowed.ok) {
    const form = bad('Too many files were uploaded within a few minutes. Wait a little and try again.')
    return { ok: false, status: 429, form, retryAfterSeconds: allowed.retryAfterSeconds }
  }
  const limits = { field: 'file', fileBytes: importLimits.fileBytes }
  const received = await receiveFile(request, limits, spoolFolder(services))
  if (!received.ok) {
    // Without a file it is a form with an empty field like any other.
    const status = received.why === 'no-file' ? 422 : received.status
    return { ok: false, status, form: bad(uploadMessages[received.why], received.fields) }
  }
  const { file, fields } = received
  let kept = false
  try {
    const form = judgeFields(fields, actor, uploadForm)
    if (!form.ok) return { ok: false, status: 422, form }
    const kind = sniff(file.firstBytes.subarray(0, SNIFFED_BYTES))
    // An empty file is taken on, and said to be empty on its page; other types are told at once.
    if (kind !== 'text' && kind !== 'empty')
      return { ok: false, status: 415, form: form.with('file', refusals[kind].message) }
    // Another file under an old form is another upload: whoever goes back and chooses the right one must not be given the first again.
    const nonce = form.nonce && `${form.nonce} ${await hashOf(file.path)}`
    kept = true
    const { importId } = await startImport(
      actor,
      { file, consentConfirmed: form.value.consent_confirmed },
      nonce,
    )
    return { ok: true, importId }
  } finally {
    if (!kept) await removeUploadedFile(services, basename(file.path))
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
