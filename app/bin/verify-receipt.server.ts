import { readFile } from 'node:fs/promises'
import { typeWords, verdictWords } from '../features/receipts/words'
import { checkReceipt, type PublicKey } from '../server/proof/check-receipt'
import { publicKeys, readPublishedKeys } from '../server/proof/public-keys.server'
import type { Running } from '../services.server'

/** `verify-receipt FILE [--keys keys.json]`: a line that names the verdict, and the exit status. */
export async function verifyReceipt(
  services: Running,
  args: readonly string[],
): Promise<{ says: string; status: number }> {
  const [path, option, keysPath, ...rest] = args
  if (!path || rest.length > 0 || (option !== undefined && (option !== '--keys' || !keysPath)))
    return { says: 'Usage: npm run admin -- verify-receipt FILE [--keys keys.json]', status: 2 }
  const [text, keys] = await Promise.all([readOrNull(path), keysOf(services, keysPath)])
  if (text === null) return { says: `${path} cannot be read.`, status: 1 }
  if (keys === null)
    return {
      says: `${keysPath ?? ''} is no file of keys: take /.well-known/otrack-receipts.json.`,
      status: 1,
    }
  const { verdict, statement, code, opened } = checkReceipt(text, keys)
  const misfit = opened.find(({ fits }) => !fits)
  const { title, says } = verdictWords[verdict]
  if (verdict !== 'genuine' || !statement) {
    const where = verdict === 'altered' && misfit ? ` (what it opens as ${JSON.stringify(misfit.label)})` : ''
    return { says: `${title}: ${says}${where}`, status: 1 }
  }
  const issued = new Date(statement.at).toISOString()
  return {
    says: `${title}: ${statement.ref}, ${typeWords(statement.type)}, ${issued}, check code ${code ?? ''}, ${opened.length} opened.`,
    status: 0,
  }
}

async function keysOf(services: Running, path: string | undefined): Promise<PublicKey[] | null> {
  if (path === undefined) return await publicKeys(services.db)
  const text = await readOrNull(path)
  return text === null ? null : readPublishedKeys(text)
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return null
  }
}
