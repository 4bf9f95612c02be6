import { readFile } from 'node:fs/promises'
import { verifyAudit } from '../server/proof/verify-audit.server'
import type { Running } from '../services.server'

/** `verify-audit [--checkpoint FILE]`: a line that says what holds or names the first fault, and the exit status. */
export async function verifyAuditCommand(
  services: Running,
  args: readonly string[],
): Promise<{ says: string; status: number }> {
  const [option, path, ...rest] = args
  if (rest.length > 0 || (option !== undefined && (option !== '--checkpoint' || !path)))
    return { says: 'Usage: npm run admin -- verify-audit [--checkpoint FILE]', status: 2 }
  const copy = path === undefined ? null : await readFile(path, 'utf8').catch(() => undefined)
  if (copy === undefined) return { says: `${path ?? ''} cannot be read.`, status: 1 }
  const { fault, seals, leaves, waiting, checkpoint } = await verifyAudit(services, copy)
  if (fault) return { says: `Fault: ${fault}.`, status: 1 }
  const reached = checkpoint === null ? 'there is no checkpoint yet' : `checkpoint ${checkpoint} is reached`
  return {
    says: `The audit trail holds: ${leaves} entries and receipts under ${seals} seals; ${reached}; ${waiting} wait to be sealed.`,
    status: 0,
  }
}
