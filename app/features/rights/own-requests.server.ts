import {
  erasures,
  requests,
  requestSteps,
  type ErasureRow,
  type RequestRow,
  type RequestStepRow,
} from '../../../db/tables/rights'
import { may } from '../accounts/rules'
import { complaintWords } from '../policies/rules/receipt-words'
import type { Actor } from '../../server/actor'

/** Own requests and, for who keeps the roll, those about the school's pupils; the newest first. */
export async function listRequests(actor: Actor): Promise<RequestRow[]> {
  const { db } = actor.services
  const own = 'id' in actor.who ? await db.rows(requests).list({ where: { requestedBy: actor.who.id } }) : []
  const ofSchool =
    actor.school && may(actor.who, 'pupils:write')
      ? await db.rows(requests).list({ where: { schoolId: actor.school.id, subjectKind: 'pupil' } })
      : []
  const all = new Map([...own, ...ofSchool].map((row) => [row.id, row]))
  return [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
}

export interface OpenRequest {
  request: RequestRow
  certificate: ErasureRow | null
  /** The first before. */
  steps: RequestStepRow[]
  /** Of a copy; null where none was asked for, or by somebody else. */
  download: 'ready' | 'expired' | null
  complain: ReturnType<typeof complaintWords>
}

/** One of them, or null: another person's or school's looks like none. */
export async function openRequest(actor: Actor, reference: string): Promise<OpenRequest | null> {
  const request = (await listRequests(actor)).find((row) => row.reference === reference)
  if (!request) return null
  const { db, settings } = actor.services
  const [certificate, steps] = await Promise.all([
    db.rows(erasures).find({ reference }),
    db.rows(requestSteps).list({ where: { reference }, order: [['at', 'asc']] }),
  ])
  const until = request.kind === 'access' ? request.availableUntil : null
  const download = until === null ? null : actor.at < until ? 'ready' : 'expired'
  // Received and answered in the same moment.
  steps.sort(
    (a, b) => a.at - b.at || Number(b.type === 'rights.received') - Number(a.type === 'rights.received'),
  )
  return { request, certificate, steps, download, complain: complaintWords(settings.dpoEmail) }
}
