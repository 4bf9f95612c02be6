import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret of an embedded installation, made once and kept in `dataDir/app-secret` (0600). When two processes start at once
 * both write a file of their own and the first to link it under the name wins; no half-written secret can be read.
 */
export async function loadAppSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'app-secret')
  const kept = await readIfThere(path)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true })
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, `${randomBytes(48).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    await link(fresh, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await unlink(fresh)
  }
  return (await readFile(path, 'utf8')).trim()
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
