import type { SchoolActor } from '../../../server/actor'
import { textStream } from '../../../server/http/text-stream.server'
import { londonDate } from '../../../values/date-words'
import { readFilter } from '../list/filter'
import { csvHead, csvPupil, jsonPupil } from './formats'
import { readRoll, recordExport } from './read-roll.server'

/** The roll with its leavers, or what the address narrows it to, as a file that is written while it is read. */
export async function exportPupils(
  actor: SchoolActor,
  address: URLSearchParams,
  format: 'csv' | 'json',
): Promise<Response> {
  const filter = readFilter(address, 'all')
  await recordExport(actor, filter)
  const roll = readRoll(actor, filter)
  const parts = format === 'csv' ? csvParts(roll) : jsonParts(roll, actor)
  return new Response(textStream(parts), {
    headers: {
      'Content-Type':
        format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="pupils-${londonDate(actor.at)}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

type Roll = ReturnType<typeof readRoll>

async function* csvParts(roll: Roll): AsyncGenerator<string, void> {
  yield csvHead()
  for await (const batch of roll) yield batch.map(({ values }) => csvPupil(values)).join('')
}

async function* jsonParts(roll: Roll, actor: SchoolActor): AsyncGenerator<string, void> {
  const head = JSON.stringify({ school: actor.school.name, exported_at: new Date(actor.at).toISOString() })
  yield `${head.slice(0, -1)},"pupils":[`
  let first = true
  for await (const batch of roll) {
    yield (first ? '\n' : ',\n') + batch.map(({ id, values }) => jsonPupil(id, values)).join(',\n')
    first = false
  }
  yield '\n]}\n'
}
