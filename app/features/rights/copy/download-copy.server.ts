import { requestSteps, requests, type RequestRow } from '../../../../db/tables/rights'
import { copyOf } from '../../../privacy/copy.server'
import { personOf } from '../../../privacy/person.server'
import { write } from '../../../server/write.server'
import { londonDate } from '../../../values/date-words'
import { ownEmail } from '../../accounts/accounts.server'
import { company } from '../../policies/rules/company'
import { noteStep } from '../steps.server'
import { aboutCopy } from './about-copy'
import type { Asker } from './asker'
import { csvParts, jsonParts } from './formats'
import { pageParts } from './page.server'
import { copySchema } from './schema.table'
import { zipOf, type Entry } from './zip.server'

export type Download = { ok: true; response: Response } | { ok: false; why: 'missing' | 'expired' }

/** The copy as a ZIP that is written while it is read, for whom it is about alone. Each download is audited, the first has a receipt. */
export async function downloadCopy(actor: Asker, reference: string): Promise<Download> {
  const { db, settings } = actor.services
  const own = { reference, requestedBy: actor.who.id, kind: 'access', subjectKind: 'self' } as const
  const request = await db.rows(requests).find(own)
  if (!request?.availableUntil) return { ok: false, why: 'missing' }
  if (actor.at >= request.availableUntil) return { ok: false, why: 'expired' }
  const receipt = await noteDownload(actor, request)
  const person = await personOf(actor, { kind: 'user', id: actor.who.id, email: await ownEmail(actor) })
  const tables = copyOf(actor, person)
  const about = aboutCopy({ reference, receipt, at: actor.at, ...settings })
  const entries: Entry[] = [
    { name: 'index.html', parts: () => pageParts(about, tables) },
    { name: 'data.json', parts: () => jsonParts(about, tables) },
    { name: 'schema.json', parts: () => [`${JSON.stringify(copySchema, null, 2)}\n`] },
    ...tables
      .filter(({ columns }) => columns.length > 0)
      .map((table) => ({ name: `csv/${table.name}.csv`, parts: () => csvParts(table) })),
  ]
  const response = new Response(zipOf(entries, actor.at), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="otrack-copy-${londonDate(actor.at)}.zip"`,
      'Cache-Control': 'private, no-store',
    },
  })
  return { ok: true, response }
}

/** Answers the reference of the receipt. */
async function noteDownload(actor: Asker, { reference }: RequestRow): Promise<string> {
  return await write(actor, 'rights.downloaded', async (tx) => {
    const type = 'rights.downloaded'
    const subject = { kind: 'user', id: actor.who.id }
    tx.audit({ subject })
    const before = await actor.services.db.rows(requestSteps).find({ reference, type })
    if (before?.receipt) return before.receipt
    const receipt = await tx.receipt({
      type,
      kind: 'access',
      role: 'controller',
      controller: company.legalName,
      subject,
      about: { request: reference },
    })
    await noteStep(actor, tx, reference, type, receipt)
    return receipt.reference
  })
}
