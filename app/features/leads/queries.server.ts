import { enquiries, leads, type EnquiryRow, type LeadRow } from '../../../db/tables/leads'
import type { Actor } from '../../server/actor'
import { record } from '../../server/audit.server'
import { searchName } from '../../values/names'
import { currentAuthorities } from '../../values/local-authorities.table'

export interface LeadShown extends Pick<LeadRow, 'id' | 'firstName' | 'lastName' | 'email' | 'phone'> {
  localAuthority: string
  /** UTC milliseconds. */
  lastActiveAt: number
  /** Newest first. */
  enquiries: Pick<EnquiryRow, 'id' | 'schoolName' | 'role' | 'message' | 'createdAt'>[]
}

export interface LeadPage {
  leads: LeadShown[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

const PAGE = 50
const authorityNames = new Map(currentAuthorities.map(({ code, name }) => [code, name]))

/** Who asked, the latest first, with what they asked; `q` is part of a name or an address, `after` a page's `next`. The reading is recorded. */
export async function listLeads(actor: Actor, q: string, after: string | null): Promise<LeadPage> {
  const { db } = actor.services
  const found = await idsOf(actor, q, after)
  const ids = found.slice(0, PAGE)
  await record(actor, 'leads.listed', { counts: { leads: ids.length } })
  if (ids.length === 0) return { leads: [], next: null }
  const newest = [['createdAt', 'desc']] as const
  const people = new Map((await db.rows(leads).list({ where: { id: ids } })).map((lead) => [lead.id, lead]))
  const asked = await db.rows(enquiries).list({ where: { leadId: ids }, order: newest })
  const shown = ids.map((id) => people.get(id)).filter((lead) => lead !== undefined)
  const last = shown.at(-1)
  return {
    leads: shown.map((lead) => shownLead(lead, asked)),
    next: found.length > PAGE && last ? `${last.lastActiveAt}.${last.id}` : null,
  }
}

function shownLead(lead: LeadRow, asked: readonly EnquiryRow[]): LeadShown {
  const { id, firstName, lastName, email, phone, lastActiveAt } = lead
  const own = asked.filter(({ leadId }) => leadId === id)
  const localAuthority = authorityNames.get(lead.localAuthority) ?? lead.localAuthority
  return { id, firstName, lastName, email, phone, lastActiveAt, localAuthority, enquiries: own }
}

/** Ids of a page in order, and one more, so that the reader knows whether there is another page. */
async function idsOf(
  { services: { db } }: Actor,
  q: string,
  after: string | null,
): Promise<readonly string[]> {
  const [, at, id = ''] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const tests: { sql: string; params: (string | number)[] }[] = []
  if (at) {
    const sql = '(last_active_at < ? OR (last_active_at = ? AND id < ?))'
    tests.push({ sql, params: [Number(at), Number(at), id] })
  }
  if (q) {
    const sql = `(search_name LIKE ? ESCAPE '!' OR email LIKE ? ESCAPE '!')`
    tests.push({ sql, params: [containing(searchName(q) || q), containing(q.toLowerCase())] })
  }
  const where = tests.length > 0 ? `WHERE ${tests.map(({ sql }) => sql).join(' AND ')}` : ''
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM leads ${where} ORDER BY last_active_at DESC, id DESC LIMIT ${PAGE + 1}`,
    tests.flatMap(({ params }) => params),
  )
  return rows.map((row) => row.id)
}

const containing = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`

const WEEK_MS = 7 * 24 * 60 * 60_000

/** For the office's first page: how many leads there are, and how many asked within a week. No person is read. */
export async function countLeads({
  services: { db },
  at,
}: Actor): Promise<{ all: number; thisWeek: number }> {
  const [all, thisWeek] = await Promise.all([
    db.rows(leads).count(),
    db.rows(leads).count({ lastActiveAt: { gte: at - WEEK_MS } }),
  ])
  return { all, thisWeek }
}
