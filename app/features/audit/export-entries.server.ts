import type { SchoolActor } from '../../server/actor'
import { record } from '../../server/audit.server'
import { textStream } from '../../server/http/text-stream.server'
import { csvLine, UTF8_MARK } from '../../values/csv-text'
import { londonDate } from '../../values/date-words'
import { actWords } from './acts.table'
import { readAuditFilter } from './filter'
import { countEntries, narrowedTo, readEntries, type Beyond, type Narrowed } from './read-entries.server'
import { told, type Told } from './told.server'

const AT_ONCE = 500

/** The school's trail, or what the address narrows it to, as CSV, the newest first; written while it is read. The export is one entry itself. */
export async function exportEntries(actor: SchoolActor, address: URLSearchParams): Promise<Response> {
  const narrowed = await narrowedTo(actor, readAuditFilter(address, londonDate(actor.at)))
  await record(actor, 'audit.exported', { counts: { entries: await countEntries(actor, narrowed) } })
  return new Response(textStream(lines(actor, narrowed)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="activity-${londonDate(actor.at)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

const columns: Record<string, (entry: Told) => string | number | null> = {
  at: ({ at }) => new Date(at).toISOString(),
  act: ({ act }) => act,
  what: ({ act }) => actWords(act),
  person: ({ who }) => who,
  person_id: ({ whoId }) => whoId,
  person_kind: ({ kind }) => kind,
  about_kind: ({ aboutKind }) => aboutKind,
  about: ({ about }) => about,
  about_id: ({ aboutId }) => aboutId,
  fields: ({ fields }) => fields.join(';'),
  figures: ({ counts }) =>
    Object.entries(counts)
      .map(([name, figure]) => `${name}=${figure}`)
      .join(';'),
  page: ({ door }) => door,
  ip_address: ({ address }) => address,
  seal: ({ seal }) => seal,
  entry_id: ({ id }) => id,
}

async function* lines(actor: SchoolActor, narrowed: Narrowed): AsyncGenerator<string, void> {
  yield UTF8_MARK + csvLine(Object.keys(columns))
  let beyond: Beyond | null = null
  for (;;) {
    const entries = await readEntries(actor, narrowed, beyond, AT_ONCE)
    const last = entries.at(-1)
    if (!last) return
    beyond = { way: 'older', at: last.at, id: last.id }
    const all = await told(actor, entries)
    yield all.map((entry) => csvLine(Object.values(columns).map((cell) => cell(entry)))).join('')
  }
}
