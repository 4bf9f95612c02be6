import { erasures, requests } from '../../../db/tables/rights'
import { markErased } from '../../privacy/erased-pupils.server'
import { eraseSubject } from '../../privacy/erase.server'
import { personOfPupil } from '../../privacy/person.server'
import type { SchoolActor } from '../../server/actor'
import type { Receipt } from '../../server/proof/receipt.server'
import { newRequestReference } from '../../server/proof/reference'
import { write, type Tx } from '../../server/write.server'
import { emailOfUser } from '../accounts/accounts.server'
import { receiptPart } from '../policies/rules/receipt-words'
import { noteStep } from './steps.server'
import { findInScope } from '../pupils/pupils.server'

export type Erased = { ok: true; reference: string } | { ok: false; why: 'gone' }

const CONTROLLER = 'the pupil’s school'
/** What is still to be done once the database is done, as the certificate says it. */
const FILES = 'Uploaded files that may hold the pupil are removed'

/**
 * Erases a pupil for good at the wish of a user of the school (P24), in one write: request, rows, the mark that holds the pupil back, the
 * certificate and the receipts. Files go by a job, which completes the certificate.
 */
export async function erasePupil(actor: SchoolActor, id: string, once: string | null): Promise<Erased> {
  return await write<Erased>(
    actor,
    'pupils.deleted',
    async (tx) => {
      const pupil = await findInScope(actor, id, { lock: true })
      if (!pupil) return tx.refuse({ ok: false, why: 'gone' })
      const reference = newRequestReference()
      const { db } = actor.services
      tx.audit({ subject: { kind: 'pupil', id } })
      const { counts, files } = await eraseSubject(actor, tx, personOfPupil(pupil))
      await markErased(actor, pupil, reference)
      await db.rows(requests).insert(completed(actor, tx, reference))
      await db.rows(erasures).insert({
        id: tx.newId(),
        reference,
        schoolId: actor.school.id,
        subjectKind: 'pupil',
        counts,
        pending: files.length > 0 ? [FILES] : [],
        at: tx.at,
        completedAt: files.length > 0 ? null : tx.at,
      })
      const receipt = { kind: 'erasure', role: 'processor', controller: CONTROLLER, subject: null } as const
      const received = await tx.receipt({
        ...receipt,
        type: 'rights.received',
        about: { request: reference },
      })
      const erased = await tx.receipt({ ...receipt, type: 'rights.erased', about: { request: reference } })
      await noteStep(actor, tx, reference, 'rights.received', received)
      await noteStep(actor, tx, reference, 'rights.erased', erased)
      await tell(actor, tx, reference, { received, erased })
      if (files.length > 0) await tx.job('erasure.finish', { reference, files })
      return { ok: true, reference }
    },
    { once },
  )
}

const completed = (actor: SchoolActor, tx: Tx, reference: string) =>
  ({
    id: tx.newId(),
    reference,
    kind: 'erasure',
    subjectKind: 'pupil',
    subjectId: null,
    schoolId: actor.school.id,
    requestedBy: 'id' in actor.who ? actor.who.id : '',
    state: 'completed',
    details: null,
    receivedAt: tx.at,
    closedAt: tx.at,
    availableUntil: null,
  }) as const

/** Mails both receipts to whoever asked (P36). Never a pupil's name. */
async function tell(
  actor: SchoolActor,
  tx: Tx,
  reference: string,
  { received, erased }: { received: Receipt; erased: Receipt },
): Promise<void> {
  const email = 'id' in actor.who ? await emailOfUser(actor, actor.who.id) : null
  if (email === null) return
  const requestUrl = `${actor.services.settings.baseUrl}/portal/rights/${reference}`
  const receipt = receiptPart(erased, actor.services.settings, {
    what: 'A pupil was erased on request',
    role: 'processor',
    next: 'Nothing is left for you to do. The page of the request shows when uploaded files are removed too.',
  })
  const attached = [received.file, erased.file]
  await tx.mail(
    'pupil-erased',
    { reference, requestUrl, receivedReceipt: received.reference, receipt },
    email,
    { attached },
  )
}
