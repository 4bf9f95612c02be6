import { requests } from '../../../../db/tables/rights'
import { newRequestReference } from '../../../server/proof/reference'
import { write } from '../../../server/write.server'
import { longMoment } from '../../../values/date-words'
import { ownEmail } from '../../accounts/accounts.server'
import { company } from '../../policies/rules/company'
import { receiptPart } from '../../policies/rules/receipt-words'
import { noteStep } from '../steps.server'
import type { Asker } from './asker'

/** For so long the copy can be downloaded. */
const AVAILABLE_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Somebody signed in asks for a copy of all that is held about them (P26). It is answered at once: the copy is made when it is downloaded.
 * Both receipts go by mail (P36). Answers the request's reference.
 */
export async function askCopy(
  actor: Asker,
  { details, once }: { details: string | null; once: string | null },
): Promise<string> {
  return await write<string>(
    actor,
    'rights.access',
    async (tx) => {
      const { settings, db } = actor.services
      const { id } = actor.who
      const reference = newRequestReference()
      const until = tx.at + AVAILABLE_MS
      const email = await ownEmail(actor)
      tx.audit({ subject: { kind: 'user', id } })
      await db.rows(requests).insert({
        id: tx.newId(),
        reference,
        kind: 'access',
        subjectKind: 'self',
        subjectId: id,
        // Nobody else at the school has a part in it.
        schoolId: null,
        requestedBy: id,
        state: 'completed',
        details,
        receivedAt: tx.at,
        closedAt: tx.at,
        availableUntil: until,
      })
      const receipt = {
        kind: 'access',
        role: 'controller',
        controller: company.legalName,
        subject: { kind: 'user', id },
        about: { request: reference, requester: { email }, ...(details ? { detail: details } : {}) },
      } as const
      const received = await tx.receipt({ ...receipt, type: 'rights.received' })
      const completed = await tx.receipt({ ...receipt, type: 'rights.completed', outcome: 'copy ready' })
      await noteStep(actor, tx, reference, 'rights.received', received)
      await noteStep(actor, tx, reference, 'rights.completed', completed)
      const part = receiptPart(completed, settings, {
        what: 'Your request for a copy of your data was answered',
        role: 'controller',
        next: `You can download the copy until ${longMoment(until)}. After that, ask again: it costs nothing.`,
      })
      const props = {
        reference,
        requestUrl: `${settings.baseUrl}/portal/rights/${reference}`,
        until: longMoment(until),
        receivedReceipt: received.reference,
        receipt: part,
      }
      await tx.mail('copy-ready', props, email, { attached: [received.file, completed.file] })
      return reference
    },
    { once },
  )
}
