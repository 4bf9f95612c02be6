import { erasures, requests, type ErasureRow, type RequestRow } from '../../../db/tables/rights'
import { may } from '../accounts/rules'
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
}

/** One of them, or null: another person's or school's looks like none. */
export async function openRequest(actor: Actor, reference: string): Promise<OpenRequest | null> {
  const request = (await listRequests(actor)).find((row) => row.reference === reference)
  if (!request) return null
  return { request, certificate: await actor.services.db.rows(erasures).find({ reference }) }
}
